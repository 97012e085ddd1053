"""The commands behind ``make demo``, ``run``, ``deploy`` and ``package``."""
