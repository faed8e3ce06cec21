"""Alternatives that several patterns of page furniture share, by the name that stands for them."""

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
