"""One build of a site: its tasks begin before the page shells are there, and write into a folder."""

from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType

from mozi import outputs
from mozi.engine.hashing import digest_of
from mozi.engine.manifest import Manifest
from mozi.engine.memory import keep_loaded_data
from mozi.engine.staging import Preview, Staging
from mozi.engine.tasks import Results, TaskRunner
from mozi.graph.states import dependency_states
from mozi.site.page_shell_cache import PageShells
from mozi.site.site import Site


class SiteBuild:
    """A build of a site in a workspace; `version` is that of everything that is not data.

    `stop` it after an error, or workers go on.
    """

    def __init__(self, site: Site, staging: Staging | Preview, version: str) -> None:
        common = build_key(site, version)
        states = dependency_states(site.graph, site.hashes, site.history)
        self.site = site
        self.runner = TaskRunner(
            site.graph.read_log,
            staging.folder,
            Manifest(common, states),
            last=staging.last,
            existing=staging.existing,
            preview=staging.preview,
        )
        self._staging = staging
        self._context = ExitStack()
        self._finish_early: Callable[[], Results] | None = None

    def start(self) -> None:
        """Have workers begin with everything that needs no page shells."""
        if not self._staging.preview:  # a preview loads the site again after every change
            keep_loaded_data()
        self._finish_early = self._context.enter_context(outputs.start(self.site, self.runner))

    def finish(self, shells: PageShells) -> None:
        """Write the whole site into its folder, and wait until it is there."""
        assert self._finish_early
        outputs.make(self.site, self.runner, shells, self._finish_early())
        self._context.close()

    def publish(self) -> None:
        """Put the finished site in the place of the last one. Raises `OSError`."""
        self._staging.publish(self.runner.manifest)

    def stop(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        """End workers that still run, as after an error or an interruption."""
        self._context.__exit__(kind, error, traceback)


def build_key(site: Site, version: str) -> str:
    """Cache key of everything that all tasks depend on; `version` is that of all but the data."""
    return digest_of(version, site.settings, site.common_hash)
