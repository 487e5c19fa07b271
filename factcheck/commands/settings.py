"""What the configuration file says, where the command line says nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.options import Settings

Options = TypeVar("Options", bound="Settings")


def configured(options: Options, typed: Collection[str]) -> Options:
    """`options` with the settings of the file in force for all but the options that were `typed`.

    `options.config` then names that file. Raises `ConfigError` where it is broken.
    """
    config = settings_of(options)
    if config is None:
        return options
    names = {field.name for field in fields(options)}
    settings = {name: value for name, value in config.settings.items() if name in names and name not in typed}
    return replace(options, **settings, config=config.file)


def settings_of(options: Settings) -> Config | None:
    """The configuration in force, if there is one."""
    if options.no_config:
        return None
    if options.config is None:
        return _nearest()
    from factcheck.config import load_config

    return load_config(options.config)


def rule_folders(given: Sequence[Path] | None) -> Sequence[Path]:
    """The rule packs that a command was given, else those of the nearest configuration."""
    config = None if given else _nearest()
    return (config.settings.get("rules", ()) if config else given) or ()


def _nearest() -> Config | None:
    from factcheck.configfile import nearest_config

    file = nearest_config(Path.cwd())
    if file is None:
        return None
    from factcheck.config import load_config

    return load_config(file)
