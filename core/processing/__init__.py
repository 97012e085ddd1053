"""The Processing provider ``sociodemografi``."""
