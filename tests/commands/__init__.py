"""What the Makefile runs, a module for each command: ``demo``, ``profile`` (run), ``deploy``, ``package`` and ``docs``."""
