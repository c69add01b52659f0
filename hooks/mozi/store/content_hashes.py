"""Hashes of the data that pages show: they tell whether it has changed since another build."""

from collections import defaultdict

from mozi.engine.hashing import digest_of
from mozi.languages.catalogue import COMMON, Owner, catalogue_file, digests_by_owner
from mozi.records.models import VOCABULARIES
from mozi.store.record_store import LOCALES, REDIRECTS, SITE, Store


def record_hashes(store: Store) -> dict[tuple[str, str], str]:
    """Return hashes of records by kind and id: of the file and all translations of its texts."""
    translated, files = _translation_hashes(store), store.files.hashes
    return {
        (record.kind, record.id): digest_of(
            files.get(record.file), translated.get((record.kind, record.id))
        )
        for record in store.each()
    }


def common_hash(store: Store) -> str:
    """Return the hash of all data that belongs to no single record.

    This is vocabularies, names, locales, redirects, and the translations that belong to no record.
    """
    lists = [f"data/vocabularies/{name}.yml" for name in VOCABULARIES]
    files = [store.files.hashes.get(file) for file in (*lists, LOCALES, REDIRECTS, SITE)]
    shared = sorted(store.shared_hashes.items())
    return digest_of(files, _translation_hashes(store).get(COMMON), shared)


def _translation_hashes(store: Store) -> dict[Owner, list[str]]:
    """Return the hashes of all translations by record, one for each language."""
    hashes: dict[Owner, list[str]] = defaultdict(list)
    for code in store.translations:
        for owner, translation_hash in catalogue_hashes(store, code).items():
            hashes[owner].append(translation_hash)
    return hashes


def catalogue_hashes(store: Store, code: str) -> dict[Owner, str]:
    """Return the hashes of the translations in the catalogue of a language, by record."""
    file = catalogue_file(code)
    return store.files.cached("hashes", file, lambda: digests_by_owner(code, store.catalogue(code)))
