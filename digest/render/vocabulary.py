"""The filters and names that every template may use, whatever it is made for."""

from __future__ import annotations

from jinja2 import Environment

from digest.render import citations, series, words


def add_vocabulary(env: Environment) -> None:
    """Teach an environment the words of a briefing; each format adds what it alone needs."""
    env.filters.update(
        count=words.count,
        covers=series.covers,
        edition_name=series.edition_name,
        file_name=words.file_name,
        is_new=series.is_new,
        known_how=words.known_how,
        left_out=series.left_out,
        link=words.link,
        long_date=words.long_date,
        moves=series.moves,
        nameless=words.nameless,
        nice_date=words.nice_date,
        nothing_new=series.nothing_new,
        of_quote=citations.of_quote,
        of_voice=citations.of_voice,
        only_in=words.only_in,
        relation=words.relation,
        shorten=words.shorten,
        source_name=words.source_name,
        summing_up=series.summing_up,
        titled=words.titled,
        topic_news=series.topic_news,
        voices=words.voices,
        what_came=series.what_came,
    )
    env.globals.update(date_range=words.date_range, distinct=citations.distinct, status=words.STATUS)
