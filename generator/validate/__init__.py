"""Rules across records: one function, one rule, its docstring the rule. A breach is a Problem of a file.

Modules from the top: frameworks, scores, narrative, measures, agencies, disclosure; codes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.model import Agency, AgencyYear, Dataset, Framework, MeasureSet, OfficialDocument
from generator.problems import Problem, in_order
from generator.thai import FiscalYear
from generator.validate import agencies, disclosure, frameworks, measures, narrative, scores

Frameworks = Mapping[FiscalYear, Framework]


def validate(dataset: Dataset) -> tuple[Problem, ...]:
    """Every breach of a rule, sorted; those of an agency's own files carry its slug."""
    problems: list[Problem] = []
    sound: set[FiscalYear] = set()
    for year, framework in dataset.frameworks.items():
        breaches = [problem for rule in FRAMEWORK_RULES for problem in rule(year, framework)]
        problems += breaches
        if not breaches:
            sound.add(year)
    for agency in dataset.agencies:
        found = [problem for rule in AGENCY_RULES for problem in rule(agency)]
        for entry in agency.years:
            # What is right cannot be told by rules that are wrong.
            if entry.fiscal_year in sound:
                framework = dataset.frameworks[entry.fiscal_year]
                found += [problem for rule in YEAR_RULES for problem in rule(entry, framework)]
            if entry.measures and entry.assessed in sound:
                framework = dataset.frameworks[entry.assessed]
                found += [problem for rule in MEASURE_RULES for problem in rule(entry.measures, framework)]
        for year, document in agency.answering():
            if year in sound:
                found += [problem for rule in DOCUMENT_RULES for problem in rule(document, dataset.frameworks[year])]
        problems += [replace(problem, agency=agency.slug) for problem in found]
    return in_order(problems)


FRAMEWORK_RULES: tuple[Callable[[FiscalYear, Framework], Iterator[Problem]], ...] = (
    frameworks.year_of_the_file,
    frameworks.weights_add_up,
    frameworks.references_exist,
    frameworks.instruments_are_used,
    frameworks.codes_are_unique,
    frameworks.sentences_have_known_places,
    frameworks.offsets_lead_back,
    frameworks.ladder_descends,
)

AGENCY_RULES: tuple[Callable[[Agency], Iterator[Problem]], ...] = (
    agencies.corrected_names_its_document,
    agencies.contained_records_exist,
    agencies.redirects_differ,
    agencies.invitation_closes_after_it_opens,
)

YEAR_RULES: tuple[Callable[[AgencyYear, Framework], Iterator[Problem]], ...] = (
    scores.something_is_printed,
    scores.indicators_are_known,
    scores.indicators_stand_once,
    scores.places_differ,
    scores.instruments_are_known,
    scores.comparisons_name_a_year_before,
    scores.choices_stand_once,
    narrative.analysed_indicators_are_known,
    narrative.sections_differ,
    narrative.places_of_sections_exist,
    narrative.remarks_quote_their_text,
    narrative.documents_differ,
    disclosure.disclosed_items_are_known,
    disclosure.disclosed_items_stand_once,
    disclosure.components_are_known,
    disclosure.evidence_is_one_thing,
    disclosure.attached_files_are_there,
    disclosure.pages_are_those_of_a_pdf,
    disclosure.exempt_items_stand_alone,
    disclosure.nothing_has_its_sentence,
    disclosure.terms_run_forwards,
    disclosure.files_have_their_own_addresses,
)

DOCUMENT_RULES: tuple[Callable[[OfficialDocument, Framework], Iterator[Problem]], ...] = (
    disclosure.item_of_a_document_exists,
)

MEASURE_RULES: tuple[Callable[[MeasureSet, Framework], Iterator[Problem]], ...] = (
    measures.measures_differ,
    measures.steps_or_a_result,
    measures.served_indicators_are_known,
    measures.merged_cells_have_a_row_above,
    measures.responsible_is_a_unit_or_a_post,
    measures.outcomes_are_printed,
    measures.outcomes_compare_with_a_year_before,
    measures.columns_differ,
)
