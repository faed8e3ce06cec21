"""Lines about the article and its page: rights, credits, reading aids, ways through the site, notes."""

NOTES: tuple[tuple[str, int, str], ...] = (
    (
        "copyright",
        90,
        r"""
            \W*(?:©|\(c\))\s*(?:copyright\W*)?[\w].{0,300}
            \W*copyright\W{0,3}(?:©|\(c\)|by\b|(?:19|20)\d\d).{0,300}
            \W*copyright .{2,60}(?:19|20)\d\d\W*
            .{0,160}\ball rights reserved\b.{0,200}
            this (?:material|content|article|document) (?:may not|must not|cannot) be (?:published
                |reproduced|copied|broadcast|redistributed).*
            (?:no part of this|reproduction (?:of|in whole|without)).{0,160}
            (?:licensed|republished|reprinted|published|used) (?:under|with|by) (?:a |the )?
                (?:creative commons|permission|cc by)\b.{0,160}
        """,
    ),
    (
        "agency credit",
        60,
        r"""
            [\W]*<agency>(?:\s*(?:/|,|and|&|\+)\s*<agency>)*[\W]*
            .{3,200} contributed (?:to|reporting for|reporting to) this (?:report|story|article
                |piece)\b.{0,60}
            .{3,100} contributed (?:reporting|to this report)(?: from .{2,60})?\.?
            \W*with (?:files|reporting|additional reporting|inputs?|agency inputs?|contributions?)\s
                (?:from|by) [^.]{2,80}\W*
            our standards: the thomson reuters trust principles.?
            (?:inputs|source|sources|credit|agency|via):? (?:from )?<agency>\W*
            this (?:story|article|copy|piece) (?:was|has been|has not been|is) (?:originally |first\s
                |also )?(?:published|produced|reported|written|auto-?generated|edited|syndicated|supplied
                |provided|republished|generated)\b.{0,200}
            \(?(?:except for the headline, )?this story has not been edited by .{2,160}
            ©? ?(?:ap|afp|reuters)\W{0,2}\d{4}
        """,
    ),
    (
        "reading aid",
        16,
        r"""
            \W*(?:about )?\d+[- ]?min(?:ute)?s?(?: (?:read|listen|video|watch))?\W*
            (?:estimated )?read(?:ing)? time\b.{0,30}
            listen(?: now| to (?:this )?(?:article|story|the article).{0,40}| \W?\d.{0,20})
            \W*\d{1,2}:\d\d(?:\s*/\s*\d{1,2}:\d\d)?\W*
            (?:play|pause|mute|unmute|replay|stop|resume)(?: (?:video|audio|all))?
            video
            audio
            now playing.{0,60}
            (?:watch|listen)(?: now| live)
            (?:video )?duration:? .{1,20}
            volume.{0,12}
            text size.{0,20}
            font size.{0,20}
            a ?[-+]? ?a ?[-+]?
            this article is more than .{2,20} old.{0,30}
            (?:live|transcript|autoplay|captions? (?:on|off))
            (?:summary|key points|at a glance|highlights)(?: is ai-generated.{0,60})?
            your browser does not support .{2,60}
            (?:this video|media playback|the video) (?:can ?not|is not|is un|could not
                |file cannot) ?be? ?.{2,80}
        """,
    ),
    (
        "navigation",
        20,
        r"""
            skip (?:to|past) .{2,40}
            (?:main )?menu
            search(?: .{2,20})?
            home(?: ?page)?
            sections?
            log ?in
            log ?out
            sign (?:in|out|up)
            my account
            my profile
            newsletters?
            e-?paper
            back to (?:top|home|news|all .{2,20}).{0,20}
            breaking(?: news)?
            contact(?: us)?
            about(?: us)?
            advertise(?: with us)?
            careers
            help
            faqs?
            site ?map
            rss
            accessibility
            loading\W*
            powered by .{1,40}
            (?:show|load|see|view) (?:more|less|all)
            (?:please )?enable javascript.*
            javascript (?:is|must).{2,80}
            toggle (?:navigation|menu|search)
            top
            next
            previous
            back
            go
            ok
            submit
            cancel
            (?:next|previous|prev|older|newer) (?:article|post|story|page)s?(?::? .{2,140})?
            main content
            edition
            weather
            jobs
            classifieds
            obituaries
            (?:[\w&'’]+(?: [\w&'’]+){0,2}\s*[|›»>•·]\s*){2,}[\w&'’]+(?: [\w&'’]+){0,2}
            home\s*[/›»>].{2,100}
        """,
    ),
    (
        "tags",
        60,
        r"""
            (?:tags?|topics?|filed under|categor(?:y|ies)|keywords|related topics|posted in|labels
                |in this (?:story|article)|mentioned in this article|companies|explore more)\s*[:
                |–—]\s*.{0,300}
            (?:tags|topics|filed under)\s+\S.{0,100}[^.!?]
            [#@]\S+(?:[\s,]+[#@]\S+)*
        """,
    ),
    (
        "editor's note",
        120,
        r"""
            \W*(?:editor(?:'s|’s|s|ial)? note|note to (?:readers|editors)|correction|clarification
                |disclaimer|disclosure)\s*(?:[:–—-]|\().*
            (?:this|an earlier version of this|a previous version of this
                |the original version of this) (?:story|article|headline|post) (?:has been|was|is being
                |misstated|incorrectly|gave|misspelled|said|will be)\b.*(?:updat|correct|amend|clarif|misst
                |incorrect|error|misspel|fix|reflect|develop).*
            (?:this is a )?(?:developing|breaking)(?: news)? story\b.{0,120}
            (?:more to come|more follows|please (?:check back|refresh).{0,80})\W*
        """,
    ),
    (
        "author note",
        60,
        r"""
            (?-i:(?:[A-Z][\w.'’-]+ ){2,4})(?:covers|writes about|reports on) .{3,300}
            (?:media |press )?contacts?: .{2,160}
            a version of this (?:article|story) (?:appears|appeared) in print.{0,300}
            (?-i:(?!The |A |An |He |She |It |His |Her |This |That |There )
                (?:[A-Z][\w.'’-]+ ){2,4})is (?:a|an|the|our) (?:[\w-]+ ){0,6}(?:reporter|correspondent
                |columnist|editor|staff writer|freelance (?:writer|journalist)|journalist|contributor
                |fellow|producer|photographer|author)\b(?: (?:at|for|with|covering|based|of|in|on
                |who)\b.{0,300}|\.?)
            (?:follow|contact|e-?mail|reach|write to) .{2,60} (?:on|at|via) \S*@\S*
            (?:follow|contact|e-?mail|reach|write to) (?:(?-i:[A-Z])[\w.'’-]+ ){0,4}(?:the (?:reporter
                |author|writer)s? )?(?:on|at|via)\b.{0,140}
            (?:he|she|they|(?-i:[A-Z]\w+ [A-Z]\w+)) can be (?:reached|followed|contacted) (?:at|on
                |via)\b.{0,140}
            (?:got|have) (?:a )?(?:news )?tips?\b.{0,140}
            (?:to )?contact the (?:reporter|editor|author)s?\b.{0,160}
            \S+@\S+\.\w{2,}
            about the authors?
        """,
    ),
)
