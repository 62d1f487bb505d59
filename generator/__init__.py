"""Prongsai (โปร่งใส): plain data files of Thai ITA results in, a public Thai site out."""
