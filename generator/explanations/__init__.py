"""What the handbook and the report of `check` say about each message: why it comes up, an example, how to mend it.

The tests load every example: the wrong files bring up just that message, the right ones do not. Modules from the top:
files, values, folders, scores, narrative, disclosure, attached, forms, tables, frameworks, findings, built,
shown; entries.

A new code is one more entry in the table of its topic.
"""

from typing import Final

from generator.explanations.attached import ATTACHED
from generator.explanations.built import BUILT
from generator.explanations.disclosure import ADDRESSES, DISCLOSURES
from generator.explanations.entries import BASE, Content, Explanation, Files, Group
from generator.explanations.files import FILES
from generator.explanations.findings import ACKNOWLEDGEMENTS, FINDINGS
from generator.explanations.folders import FOLDERS
from generator.explanations.forms import FORMS
from generator.explanations.frameworks import FRAMEWORKS
from generator.explanations.narrative import NARRATIVE
from generator.explanations.scores import PRINTED
from generator.explanations.shown import ShownFile, shown_files
from generator.explanations.tables import TABLES
from generator.explanations.values import VALUES

__all__ = ["BASE", "EXPLANATIONS", "GROUPS", "Content", "Explanation", "Files", "Group", "ShownFile", "shown_files"]

# In the order of the handbook.
GROUPS: Final = (
    FILES,
    VALUES,
    FOLDERS,
    PRINTED,
    NARRATIVE,
    DISCLOSURES,
    ATTACHED,
    FORMS,
    TABLES,
    ADDRESSES,
    FINDINGS,
    ACKNOWLEDGEMENTS,
    FRAMEWORKS,
    BUILT,
)
EXPLANATIONS: Final = {code: one for group in GROUPS for code, one in group.entries.items()}
