"""The stages in order. Modules from the top: build; plan; examine.

examine: load, validate, assess, find · plan: present, render, write · build: MkDocs, finish, audit, publish.
"""
