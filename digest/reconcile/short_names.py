"""Short forms of English first names: "Liz Cheney" is "Elizabeth Cheney". Written for this project."""

from __future__ import annotations

_SHORT_FORMS = """
    alexander alex al sandy; andrew andy drew; anthony tony; benjamin ben; charles charlie chuck;
    christopher chris; daniel dan danny; david dave; donald don; edward ed eddie ted; elizabeth liz beth betsy
    betty; frederick fred; gerald gerry jerry; gregory greg; james jim jimmy; jeffrey jeff; john jack;
    joseph joe; joshua josh; katherine kate kathy katie; kenneth ken; lawrence larry; leonard len;
    margaret maggie peggy; matthew matt; michael mike mick; nicholas nick; patrick pat; patricia pat patty;
    peter pete; philip phil; raymond ray; richard dick rick rich; robert bob bobby rob; ronald ron;
    samuel sam; stephen steve; steven steve; susan sue; theodore ted; thomas tom; timothy tim;
    victoria vicky; walter walt; william bill billy will
"""
_FORMS = [frozenset(line.split()) for line in _SHORT_FORMS.split(";")]


def one_first_name(one: str, other: str) -> bool:
    """Whether two first names, in lower case, may be one person's."""
    return one == other or any({one, other} <= forms for forms in _FORMS)
