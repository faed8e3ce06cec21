"""Lines by which a page asks or offers its readers something: pictures, sharing, newsletters, comments."""

OFFERS: tuple[tuple[str, int, str], ...] = (
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
)
