"""Abbreviations whose point ends no sentence, beyond those that spaCy's English tokenizer knows.

Titles and words of addresses and bodies as agencies shorten them. Left out is what is a word of its own
as well ("No.", "Del.", "Const.", "Sec.").
"""

from __future__ import annotations

from digest.language.lists import words

ABBREVIATIONS = words("""
    Sgt. Sgts. Capt. Capts. Lt. Lts. Lieut. Col. Cols. Maj. Cpl. Cmdr. Comdr. Cdr. Det. Dets. Supt. Insp.
    Brig. Pvt. Pfc. Spc. Msgr. Hon. Amb. Cllr. Ald. Atty. Asst. Sens. Reps. Govs. Gens. Drs. Profs. Revs.
    Mmes. Mme. Mlle. Chmn. Secy. Dept. Depts. Assn. Govt. Natl. Intl. Univ. Ave. Blvd. Tex. approx.
""")
