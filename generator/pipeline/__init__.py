"""The stages in order. Modules from the top: build; plan; addresses; imports; material; examine; attached,
workspace.

examine: load, validate, assess, find · addresses: what was published must not vanish · plan: present, render, write ·
build: MkDocs, finish, audit, publish · material: what a form is made of · imports: what a filled one would change.
"""
