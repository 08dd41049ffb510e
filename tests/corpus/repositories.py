"""Git repositories made for tests, and a machine that serves one over HTTP."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.refs import Ref
from dulwich.repo import Repo
from dulwich.server import DictBackend
from dulwich.web import make_wsgi_chain

FILE, FOLDER, LINK, MODULE = 0o100644, 0o040000, 0o120000, 0o160000
Entry = tuple[int, "bytes | Mapping[bytes, Entry]"]


def make_repository(folder: Path) -> Repo:
    """A bare repository without a commit."""
    folder.mkdir(parents=True)
    return Repo.init_bare(str(folder))


def commit(repo: Repo, files: Mapping[bytes, Entry]) -> str:
    """Make a commit of exactly these files, however strange, on the main branch."""
    made = Commit()
    made.tree = _tree(repo, files)
    made.author = made.committer = b"Sol <sol@example.org>"
    made.author_time = made.commit_time = 0
    made.author_timezone = made.commit_timezone = 0
    made.message = b"As it is now"
    repo.object_store.add_object(made)
    repo.refs.set_symbolic_ref(Ref(b"HEAD"), Ref(b"refs/heads/main"))
    repo.refs[Ref(b"refs/heads/main")] = made.id
    return made.id.decode()


@contextmanager
def served(repo: Repo) -> Iterator[str]:
    """Serve a repository over HTTP on this machine; its address."""
    server = make_server(
        "127.0.0.1", 0, make_wsgi_chain(DictBackend({"/corpus.git": repo})), handler_class=_Silent
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/corpus.git"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _tree(repo: Repo, files: Mapping[bytes, Entry]) -> ObjectID:
    tree = Tree()
    for name, (mode, content) in files.items():
        if mode == MODULE:
            tree.add(name, mode, ObjectID(b"1" * 40))
        elif isinstance(content, bytes):
            blob = Blob.from_string(content)
            repo.object_store.add_object(blob)
            tree.add(name, mode, blob.id)
        else:
            tree.add(name, mode, _tree(repo, content))
    repo.object_store.add_object(tree)
    return tree.id
