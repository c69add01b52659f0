"""The hooks that `mkdocs.yml` names."""

from mozi_mkdocs.build import *  # noqa: F403
