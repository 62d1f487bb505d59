"""The self-check of a site: its own links, the ones that lead away, and days that have passed.

Nothing here stops a publication: a report tells people what to do. Modules from the top: outside; answers, inside,
cited; fetching, messages, records.
"""
