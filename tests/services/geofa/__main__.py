"""``python3 -m tests.services.geofa up|down``: the stand-in with the example municipality's districts."""

from __future__ import annotations

import sys

from tests.services.geofa import server
from tests.services.geofa.example import register_example

HTTP_PORT = 8765


def main(command: str) -> int:
    """Start or stop; prints the address."""
    folder = server.default_folder()
    service = server.running(folder)
    if command == "up":
        if service is None:
            service = server.new(folder, HTTP_PORT)
            try:
                service.start()
                register_example(service)
            except Exception:
                service.stop()
                raise
        print(f"GeoFA on loopback: {service.url}, with GC2's own edit service {service.gc2_url}")
        print(
            "Users: "
            + ", ".join(f"{name} ({password})" for name, password in service.accounts.items())
            + ". Read tests/services/geofa/README.md; stop it with make geofa-down."
        )
        return 0
    if command == "down":
        if service is None:
            print("No GeoFA runs on loopback.")
            return 0
        service.stop()
        print("Stopped.")
        return 0
    print("Usage: python3 -m tests.services.geofa up|down")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
