"""Files to articles: what is read, in which encoding and format, with which metadata, layout and furniture.

Every fault is a Problem; one bad file or line never hides another.  "error" means something asked for was not read (exit code 2).

    E301  error    no such file or folder, or a pattern that matches nothing
    E302  error    a folder without articles
    E303  error    a file or folder the system will not hand out
    E304  error    a pipe, device or socket
    E305  error    a file (of JSON lines: a record) above the size limit
    E306  error    a binary file
    E307  warning  bytes that are not the text they should be; says what was taken instead
    E308  error    JSON that is none
    E309  error    a record without a text
    E310  warning  a value of a wrong type, a line of front matter that is none; ignored
    E311  warning  an unknown key; ignored
    E312  error    front matter without an end
    E313  error    a metadata file that cannot be used
    E314  warning  a date without a year or with two readings; ignored
    E315  error    a format that is not read, where the file was named; a warning for web pages met in folders without the extra
    E316  warning  an empty article
    E317  warning  a second article with the same text; left out
    E318  warning  text that is not English; unchecked
    E319  warning  metadata for a file that is not there
    E320  warning  two records of one file with one id
    E321  error    no article at all; told by the commands that check
    E322  error    no article in English; told by the commands that check
    E323  warning  JSON files in a folder that are no articles
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.articles.reading import DEFAULT_MAX_BYTES, Corpus, read_articles


def __getattr__(name: str) -> Any:
    """The public names, loaded on first use: who only lists files needs neither rules nor readers."""
    if name not in __all__:
        raise AttributeError(f"module 'factcheck.articles' has no attribute {name!r}")
    from factcheck.articles import reading  # noqa: PLC0415 - see above

    return getattr(reading, name)


__all__ = ["DEFAULT_MAX_BYTES", "Corpus", "read_articles"]
