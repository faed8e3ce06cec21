"""Page furniture: what news sites print around their articles, as patterns by reason.

Written by hand from what sites put around their articles; nothing here is taken from a list of
another project. One pattern a line, a deeper line continues the one above; ``<name>`` stands for
the alternatives of ``PIECES``. A pattern must match a whole line, in any case of letters, so that a
sentence that only contains such words stays body. The number is the most words that such a line has.
"""

PIECES = {
    "social": r"""
        share
        tweet
        e-?mail
        print
        pin(?: it)?
        post
        save
        copy(?: link)?
        link copied!?
        facebook
        twitter
        x
        whats\s?app
        linked\s?in
        reddit
        telegram
        messenger
        flipboard
        pinterest
        instagram
        you\s?tube
        bluesky
        threads
        mastodon
        tiktok
        sms
        bookmark
        like
        follow(?: us)?
        more
        gift(?: article)?
        listen
    """,
    "agency": r"""
        (?:the )?associated press
        a\.?p\.?
        reuters
        afp
        agence france[- ]presse
        pti
        ani
        ians
        upi
        dpa
        tass
        xinhua
        bloomberg
        pa(?: media)?
        efe
        epa
        kyodo
        yonhap
        interfax
        agencies
        staff
        wire reports?
        news agencies
    """,
    "related": r"""
        see also
        read more
        read also
        also read
        read next
        read this next
        related
        related (?:articles?|stor(?:y|ies)|coverage|content|links?|topics?|news|posts?|reading)
        further reading
        recommended(?: for you| stories| reading)?
        you (?:may|might) (?:also )?(?:like|be interested in|have missed)
        do(?:n['’]?t| not) miss
        must[- ]reads?
        go deeper
        keep reading
        continue reading
        up next
        top stories
        most (?:read|popular|viewed|shared|recent|watched)
        trending(?: now| stories)?
        latest(?: news| stories| headlines)?
        editors?['’]?s? picks?
        popular(?: now)?
        around the web
        more stories
        more news
        more on this(?: story| topic)?
        more (?:from|on|about|in) [^.!?]{2,50}
        what to read next
        in case you missed it
        also on .{2,40}
        from our partners
        from around the web
    """,
    "watch": r"""
        watch
        video
        listen
        podcast
        photos
        in pictures
        gallery
        explainer
        analysis
        opinion
        live
        live updates
        timeline
        fact[- ]check
    """,
}

FURNITURE: tuple[tuple[str, int, str], ...] = (
    (
        "separator",
        60,
        r"""
            [\W_]+
        """,
    ),
    (
        "dateline",
        8,
        r"""
            (?-i:[A-Z])[\w .,/'’-]{2,50}(?:\([\w ]{2,20}\))?\s?[–—-]+
        """,
    ),
    (
        "stray number",
        1,
        r"""
            \W*[\d.,]+[km]?\W*
        """,
    ),
    (
        "gallery",
        14,
        r"""
            full\s?screen
            view (?:the )?(?:full )?(?:gallery|slideshow|photos?|images?|all photos)
            slide\s?show
            (?:photo |image |picture )?gallery
            open (?:this )?(?:image|photo) in gallery
            enlarge(?: this)? (?:image|photo)
            (?:toggle|hide|show|open|close|view)(?: image| photo)? captions?
            expand(?: image)?
            collapse
            captions?
            close
            zoom(?: in)?
            (?:next|prev(?:ious)?)(?: (?:slide|image|photo|picture))?
            (?:image|photo|slide|picture|pic)?\s*\d+\s*(?:/|of)\s*\d+(?: (?:photos?|images?|slides?))?
            \+?\s*\d+ (?:more )?(?:photos?|images?|pictures)
            (?:click|tap)(?: here| image| photo)? to (?:enlarge|expand|zoom).{0,30}
            (?:image|photo|picture) \d+
        """,
    ),
    (
        "share links",
        16,
        r"""
            <social>(?:[\s|/,·•:]+(?:and |or |on |via |by )?(?:<social>|\d+))*
            (?:give|share) (?:this|full) article|send any friend a story.{0,160}
            save articles to read later.{0,80}
            share (?:this|the|on|via|to|with)\b.{0,60}
            (?:e-?mail|send|print|save|tweet|bookmark) this(?: \w+){0,4}
            [\d.,]+\s?[km]? (?:shares?|views|likes|retweets)
            (?:click|tap) to share.{0,40}
            (?:share|follow|like|find|join) (?:us|me|him|her|them|@\S+|[\w .]{2,30}) on (?:facebook
                |twitter|instagram|x|linkedin|youtube|telegram|whatsapp|google news|tiktok).{0,60}
            follow (?:@\S+|us)(?:[ ,]+.{0,40})?
            copy (?:link|url).{0,20}
            (?:opens? in (?:a )?new (?:window|tab))
        """,
    ),
    (
        "advertisement",
        12,
        r"""
            \W*(?:advertisements?|adverts?|ads?|sponsored(?: content| by .{2,40})?|promoted
                (?: content)?|paid (?:post|content|for by .{2,40})|partner content|promotion
                |scroll to continue.{0,40})\W*
            (?:story|article|post|content) continues (?:below|after)(?: (?:this )?(?:ad|advert
                |advertisement|video))?
            (?:ad|advertisement) feedback
            remove ads
            report (?:this )?ad
            skip (?:ad|advertisement)
            (?:stay|continue) (?:after|below) (?:the )?(?:break|jump)
        """,
    ),
    (
        "newsletter",
        45,
        r"""
            for (?:all )?the latest .{2,80}(?:download|follow|visit|click|subscribe|join|check|tune) .{2,120}
            .{2,60} is now on (?:telegram|whatsapp|instagram|facebook|threads)\b.{0,240}
            (?:(?:click here|tap here) to )?(?:sign up|subscribe|register|opt in)\b(?:.{0,200}\b
                (?:newsletters?|inbox|alerts?|e-?mails?|briefing|channel|podcast|for free|notifications?
                |updates)\b.{0,80}|(?: now| here| today| for free| for \W?[\d.]+.{0,30}| to .{2,50})?\W*)
            (?:get|receive|want|enjoy) .{0,140}\b(?:(?:in|into|to) your (?:inbox|e-?mail)|newsletters?|(?:news
                |e-?mail) alerts?|by e-?mail)\b.{0,80}
            download (?:our|the) .{0,40}\bapp\b.{0,60}
            already a (?:subscriber|member)\b.{0,60}
            (?:support|fund|help) (?:our|independent|local|quality|free)\b.{0,30}\bjournalism\b.{0,120}
            become a (?:member|subscriber|supporter|patron)\b.{0,80}
            this (?:article|content|story) is (?:only )?(?:for|available to) (?:our )?(?:subscribers
                |members).{0,60}
            (?:please )?enter (?:your|a valid) e-?mail.{0,60}
            e-?mail address
            thank(?:s| you) for (?:signing up|subscribing|reading).{0,120}
            stay (?:informed|up[- ]to[- ]date|on top|connected)\b.{0,100}(?:newsletter|inbox|e-?mail
                |alerts|app)\b.{0,40}
            by (?:signing up|subscribing|clicking|submitting)\b.{0,60}\byou agree\b.{0,160}
            you can unsubscribe .{0,60}
            we(?: wi|['’])ll (?:send|e-?mail) you .{0,80}
            (?:our|the) .{2,40} newsletter .{0,100}inbox.{0,40}
            your (?:subscription|support|donation) (?:helps|makes).{0,100}
            donate(?: now| today)?
            make a donation.{0,60}
            you(?:['’]ve| have) (?:\d+|reached|used|read) .{0,60}(?:free )?articles?.{0,60}
        """,
    ),
    (
        "cookie notice",
        60,
        r"""
            (?:.{0,80}\b)?(?:we|this (?:web)?site|our (?:web)?sites?
                |and our partners)\b.{0,60}\buses? (?:cookies|technologies such as cookies)\b.*
            (?:accept|reject|allow|manage)(?: all)?(?: cookies?| preferences| options| settings)?
            (?:i )?agree(?: and close)?
            got it!?
            (?:cookies?|privacy)(?: (?:policy|notice|settings|preferences|statement|choices|center))
            terms(?: (?:of (?:service|use|sale)|and conditions|& conditions))?
            do not sell.{0,40}information
            your (?:privacy|ad) choices
        """,
    ),
    (
        "related link",
        45,
        r"""
            \W*<related>\W*
            \W*<related>\s*[:»>|–—]\s*\S.*
            \W*(?-i:SEE ALSO|READ MORE|READ ALSO|ALSO READ)\s+\S.*
            \W*(?-i:RELATED)\s+[^.]{4,90}
            \W*(?-i:MORE|WATCH|READ):\s+\S.*
            <watch>\s*[:»>|]\s*.{2,140}[^.]
            (?:read|see|watch|view|click here for) (?:the |our )?(?:full|original|complete|entire)\s
                (?:story|article|report|interview|coverage|post)\b.{0,60}
            (?:click|tap) here\b.{0,100}
            (?:this (?:article|story|post)|read it) (?:first |originally )?appeared (?:first )?(?:on|in
                |at) .{2,80}
            the post .{2,160} appeared first on .{2,60}
            via .{2,30}
            for more(?: news| stories| information| on this)?,? (?:visit|go to|see|click|follow
                |read)\b.{0,100}
        """,
    ),
    (
        "comment form",
        40,
        r"""
            be the first to (?:comment|reply|like this).{0,20}
            (?:leave|post|add|write|submit|make) (?:a |your )?(?:reply|comment|response)s?\b.{0,40}
            (?:join|start) the (?:conversation|discussion|debate).{0,40}
            cancel reply
            your e-?mail address will not be (?:published|shared).*
            required fields are marked.*
            save my name, e-?mail.*
            notify me of (?:follow-?up|new) .*
            (?:view|show|read|load|see|hide|open)(?: all| more| the)? ?\(?[\d,]*\)? ?(?:comments?
                |replies)(?: \(?[\d,]+\)?)?
            [\d,]+ (?:comments?|replies|responses?)(?: on .{2,160}| to .{2,160})?
            [\d,]+ thoughts? on [“"].{2,160}
            comments?(?: ?\(?[\d,]+\)?)
            comments?
            (?:comments?|commenting) (?:are|is|for this .{2,20} are) (?:now )?(?:closed|turned off
                |disabled|moderated|off).*
            no comments?(?: yet)?.?
            (?:name|e-?mail|website|comment|your (?:name|e-?mail|comment|message))(?: ?\*)
            website
            (?:post|submit) comment
            (?:please )?(?:log|sign) ?in (?:or (?:register|sign up|create an account) )?to (?:comment
                |reply|join|leave|post).*
            (?:you must|please) be logged in.*
            you must log ?in to .*
            this site uses akismet.*
            learn how your comment data.*
            reply
            report(?: abuse| comment)?
            (?:newest|oldest|best|most liked)(?: first| comments)?
            sort by.{0,30}
            (?:share your|tell us your|what are your|have your) (?:thoughts|views|say)\b.{0,60}
            disqus
            all comments
            guidelines
            community (?:guidelines|standards)
        """,
    ),
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
