"""The course as frozen values: no I/O, every value knows where it was written."""

from coursekit.model.bank import Bank, ModuleQuiz
from coursekit.model.course import Course, LessonEntry, Module, Outcome, Part, Rates
from coursekit.model.node import Node, Places
from coursekit.model.page import Heading, Page, Section
from coursekit.model.question import Choice, ChoiceQuestion, Question
from coursekit.model.register import Fact, Facts, Glossary, Source, Sources, Term
from coursekit.model.site import Nav, NavEntry, Site
from coursekit.model.text import LANGUAGES, Language, Text

__all__ = [
    "LANGUAGES",
    "Bank",
    "Choice",
    "ChoiceQuestion",
    "Course",
    "Fact",
    "Facts",
    "Glossary",
    "Heading",
    "Language",
    "LessonEntry",
    "Module",
    "ModuleQuiz",
    "Nav",
    "NavEntry",
    "Node",
    "Outcome",
    "Page",
    "Part",
    "Places",
    "Question",
    "Rates",
    "Section",
    "Site",
    "Source",
    "Sources",
    "Term",
    "Text",
]
