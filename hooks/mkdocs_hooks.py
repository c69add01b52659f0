"""The hooks that `mkdocs.yml` names: the methods of one `Build`, bound to MkDocs' events."""

from mozi_mkdocs.build import Build

_build = Build()

on_startup = _build.on_startup
on_shutdown = _build.on_shutdown
on_build_error = _build.on_build_error
on_config = _build.on_config
on_files = _build.on_files
on_nav = _build.on_nav
on_env = _build.on_env
on_page_context = _build.on_page_context
on_template_context = _build.on_template_context
on_post_page = _build.on_post_page
on_post_template = _build.on_post_template
on_post_build = _build.on_post_build
