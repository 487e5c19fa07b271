"""What can go wrong, as one tree:

FactcheckError
├── UsageError       a path that does not exist, an option that makes no sense
├── ConfigError      a broken configuration file; holds every problem found, with file and line
├── RuleError        a broken rule pack; holds every problem found, with file, line and column
├── BaselineError    a broken or missing baseline
└── ArticleError     an article that cannot be read

Every message says where, what, and what to do. The command line turns each of them into exit code 2.
"""

from __future__ import annotations

from collections.abc import Iterable


class FactcheckError(Exception):
    """Base of every error that a user can mend; catch it around any call of the library."""


class UsageError(FactcheckError):
    """The call itself is wrong: a missing path, an unknown kind, an option out of range."""


class BaselineError(FactcheckError):
    """The baseline file is missing, malformed, or would be overwritten."""


class ArticleError(FactcheckError):
    """One article cannot be read; `reason` is a short machine-readable word such as `binary`."""

    def __init__(self, path: str, reason: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path, self.reason = path, reason


class _ProblemsError(FactcheckError):
    """Several problems at once. `problems` lists all of them, so that one run shows everything to mend."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class RuleError(_ProblemsError):
    """A rule pack does not load."""


class ConfigError(_ProblemsError):
    """The configuration of a team cannot be used."""
