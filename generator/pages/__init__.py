"""Pages. Modules from the top: portal, scores_year; years, compare, handbook, methodology, home, scores, analysis,
indicators, measures, measures_year, measure, oit, oit_item, documents, findings, contact, changes, redirects,
infographic; overviews, nothing; contents, disclosed, eit, facts; conclusions, items, measures_table, standings;
sections, chain, cells, comparison, opening, printings, score_bars, browse, summaries, foot; figure, grades, made;
headlines; context, passages, tables, days, terms, neighbours, method.

A page type is a module with `present`, a template of the same name, and one line in PAGE_TYPES.
"""

from collections.abc import Callable

from generator.page import Page
from generator.pages import (
    analysis,
    changes,
    contact,
    documents,
    eit,
    findings,
    home,
    indicators,
    infographic,
    measure,
    measures,
    measures_year,
    methodology,
    oit,
    oit_item,
    redirects,
    scores,
    scores_year,
)
from generator.pages.context import Context

__all__ = ["PAGE_TYPES", "Context", "present"]

# The order is that of the navigation.
PAGE_TYPES: tuple[Callable[[Context], list[Page]], ...] = (
    home.present,
    scores.present,
    scores_year.present,
    infographic.present,
    analysis.present,
    measures.present,
    measures_year.present,
    measure.present,
    indicators.present,
    oit.present,
    oit_item.present,
    documents.present,
    contact.present,
    eit.present,
    findings.present,
    methodology.present,
    changes.present,
    redirects.present,
)


def present(context: Context) -> tuple[Page, ...]:
    """Every page of one agency, in the order of the navigation."""
    return tuple(page for page_type in PAGE_TYPES for page in page_type(context))
