"""Briefing -> the words of a mail: subject, plain text, HTML. Everything else of an edition is in the PDF."""

from digest.render.mail.letter import Letter, letter
from digest.render.mail.subject import subject_line
from digest.render.mail.wishes import Wishes

__all__ = ["Letter", "Wishes", "letter", "subject_line"]
