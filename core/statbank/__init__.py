"""Asks Statistics Denmark's StatBank and reads its answers; knows no layer."""
