"""Who published: from an address, or from a copyright line.

Proper names for hosts that are widely known, written by hand; every other host stands for itself.
"""

from __future__ import annotations

from urllib.parse import urlsplit

KNOWN = {
    "abc.net.au": "ABC News (Australia)",
    "abcnews.go.com": "ABC News",
    "aljazeera.com": "Al Jazeera",
    "apnews.com": "The Associated Press",
    "axios.com": "Axios",
    "bbc.co.uk": "BBC News",
    "bbc.com": "BBC News",
    "bloomberg.com": "Bloomberg",
    "bostonglobe.com": "The Boston Globe",
    "cbc.ca": "CBC News",
    "cbsnews.com": "CBS News",
    "cnbc.com": "CNBC",
    "cnn.com": "CNN",
    "csmonitor.com": "The Christian Science Monitor",
    "dailymail.co.uk": "Daily Mail",
    "dw.com": "Deutsche Welle",
    "economist.com": "The Economist",
    "euronews.com": "Euronews",
    "forbes.com": "Forbes",
    "foxnews.com": "Fox News",
    "france24.com": "France 24",
    "ft.com": "Financial Times",
    "huffpost.com": "HuffPost",
    "independent.co.uk": "The Independent",
    "irishtimes.com": "The Irish Times",
    "latimes.com": "Los Angeles Times",
    "nbcnews.com": "NBC News",
    "newsweek.com": "Newsweek",
    "newyorker.com": "The New Yorker",
    "npr.org": "NPR",
    "nypost.com": "New York Post",
    "nytimes.com": "The New York Times",
    "politico.com": "Politico",
    "politico.eu": "Politico Europe",
    "reuters.com": "Reuters",
    "rferl.org": "Radio Free Europe/Radio Liberty",
    "sky.com": "Sky News",
    "smh.com.au": "The Sydney Morning Herald",
    "telegraph.co.uk": "The Telegraph",
    "theatlantic.com": "The Atlantic",
    "theglobeandmail.com": "The Globe and Mail",
    "theguardian.com": "The Guardian",
    "thehill.com": "The Hill",
    "thetimes.co.uk": "The Times",
    "time.com": "Time",
    "usatoday.com": "USA Today",
    "voanews.com": "Voice of America",
    "vox.com": "Vox",
    "washingtonpost.com": "The Washington Post",
    "washingtontimes.com": "The Washington Times",
    "wsj.com": "The Wall Street Journal",
}


def publisher_of(url: str | None) -> str | None:
    """The outlet that an address belongs to: its name where the host is known, else the host."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    if not host or "." not in host:
        return None
    host = host.lower().rstrip(".")
    labels = host.split(".")
    for cut in range(len(labels) - 1):
        if name := KNOWN.get(".".join(labels[cut:])):
            return name
    while labels[0] in ("www", "m", "amp", "mobile", "edition") and len(labels) > 2:
        labels = labels[1:]
    return ".".join(labels)
