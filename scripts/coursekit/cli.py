"""The command line: `coursekit check | build | serve | handouts | accept | report | explain`."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from coursekit import __version__
from coursekit.check import check_release
from coursekit.check.translation import accepted
from coursekit.diagnostics import CATALOGUE, Report
from coursekit.diagnostics.output import as_github, as_json, as_text, explain, summary
from coursekit.load import Project
from coursekit.load.lock import write_lock
from coursekit.model.schema import schemas
from coursekit.render.prepare import make_handouts, prepare, read_and_check
from coursekit.render.site import BuildError, build_site, inputs_hash
from coursekit.render.stage import Folders
from coursekit.reports import REPORTS, all_reports
from coursekit.skeleton import Exists, new_lesson, new_page, new_question
from coursekit.source.files import reading

FORMAT = click.Choice(["text", "json"])


def _tell(message: str) -> None:
    """Progress goes to the error stream, so that reports can be piped."""
    click.echo(message, err=True)


class Failed(click.ClickException):
    """Findings were printed; exit code 1."""

    exit_code = 1

    def show(self, file: object = None) -> None:
        """Prints nothing: the report said it all."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--debug", is_flag=True, help="Show the traceback of a crash.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder; the current one if not given.",
)
@click.pass_context
def cli(context: click.Context, root: Path, debug: bool) -> None:
    """Builds a course site with quizzes and handouts from plain text."""
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"there is no project in {root}: mkdocs.yml is missing")
    context.obj = root.resolve()


@cli.command()
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--release", is_flag=True, help="Also ask for what a published site needs.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.pass_obj
def check(root: Path, strict: bool, release: bool, form: str) -> None:
    """Report everything that is wrong with the content."""
    project, report = read_and_check(root)
    if project and release:
        check_release(project, report)
    shown = {"text": lambda: as_text(report, root), "json": lambda: as_json(report)}
    shown["github"] = lambda: as_github(report)
    click.echo(shown[form](), nl=False)
    stopping = [finding for finding in report if release and finding.release_level == "error"]
    if report.errors or stopping or (strict and report.warnings):
        raise Failed("")


@cli.command()
@click.pass_obj
def build(root: Path) -> None:
    """Check, print the handouts, build the site in three languages."""
    _build(root, Folders.of(root), root / "site", serving=False)


def _build(root: Path, folders: Folders, site: Path, *, serving: bool) -> None:
    inputs, done_file = inputs_hash(root), folders.build / "inputs"
    before, _, told = done_file.read_text().partition("\n") if done_file.is_file() else ("", "", "")
    if site.is_dir() and before == inputs:
        _tell(f"{told}\nbuilt nothing new: {_short(site)}")
        return
    reports = all_reports if serving else None
    prepared, report = prepare(root, folders, progress=_tell, author_reports=reports)
    _print_report(report, root)
    if prepared is None:
        raise Failed("")
    done = build_site(root, prepared.folders, site, progress=_tell)
    done_file.write_text(f"{inputs}\n{summary(report)}")
    _tell(f"built {', '.join(done.built) or 'nothing new'}: {_short(done.site)}")


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _print_report(report: Report, root: Path) -> None:
    """All findings when something must be mended, else one line."""
    _tell(as_text(report, root) if report.errors else summary(report))


@cli.command()
@click.option("--port", default=8000, show_default=True)
@click.pass_obj
def serve(root: Path, port: int) -> None:
    """Build with drafts, serve on 127.0.0.1, build again when a source changes."""
    from coursekit.plugin import live_server  # MkDocs takes 0.3 s to import

    folders = Folders.for_serving(root)
    site = folders.build / "site"

    def rebuild() -> None:
        """The last good site stays when there are errors."""
        try:
            _build(root, folders, site, serving=True)
        except Failed:
            _tell("the site was not changed; mend this and save")
        except BuildError as error:
            _tell(str(error))

    rebuild()
    site.mkdir(parents=True, exist_ok=True)
    _tell("reports for authors: authors.html")
    live_server(rebuild, root=root, site=site, port=port, tell=_tell)


@cli.command()
@click.pass_obj
def handouts(root: Path) -> None:
    """Print the handouts and answer keys of all modules."""
    project = _checked(root)
    report = Report()
    files = make_handouts(project, report, _tell)
    if files is None:
        _print_report(report, root)
        raise Failed("")
    for file in files:
        click.echo(f"{_short(file.path)}: {file.pages} pages, {file.bytes / 1000:.0f} kB")


def _checked(root: Path) -> Project:
    project, report = read_and_check(root)
    if project is None or report.errors:
        _print_report(report, root)
        raise Failed("")
    return project


@cli.command()
@click.argument("paths", nargs=-1)
@click.pass_obj
def accept(root: Path, paths: Sequence[str]) -> None:
    """Note that translations were reviewed against the Finnish text of today.

    PATHS are folders or files such as course/work-ability-support; everything without them.
    """
    project = _checked(root)
    known = accepted(project)
    wanted = tuple(path.removesuffix("/") for path in paths)
    chosen = {
        unit: hashes
        for unit, hashes in known.items()
        if not wanted or unit.startswith(tuple(f"{p}{end}" for p in wanted for end in "/#"))
    }
    if wanted and not chosen:
        raise click.UsageError(f"nothing is translated in {', '.join(wanted)}")
    kept = {unit: hashes for unit, hashes in project.lock.items() if unit in known}
    changed = sum(kept.get(unit) != hashes for unit, hashes in chosen.items())
    write_lock(root, kept | chosen)
    click.echo(f"accepted {changed} changed of {len(chosen)} translated units")


@cli.command()
@click.argument("name", type=click.Choice(list(REPORTS)))
@click.option("--format", "form", type=FORMAT, default="text")
@click.pass_obj
def report(root: Path, name: str, form: str) -> None:
    """Print a report: facts, outcomes, translations or workload."""
    click.echo(REPORTS[name][form](_checked(root)), nl=False)


@cli.group()
def new() -> None:
    """Write a skeleton in three languages that passes `check` as a draft."""


@new.command("lesson")
@click.argument("id", metavar="MODULE/LESSON")
@click.pass_obj
def lesson(root: Path, id: str) -> None:
    """A lesson with its bank, listed in course.yml."""
    _written(lambda project: new_lesson(project, id), root)


@new.command("question")
@click.argument("bank", metavar="MODULE/LESSON")
@click.argument("id")
@click.pass_obj
def question(root: Path, bank: str, id: str) -> None:
    """A question at the end of a lesson's bank."""
    _written(lambda project: [new_question(project, bank, id)], root)


@new.command("page")
@click.argument("id")
@click.pass_obj
def page(root: Path, id: str) -> None:
    """A knowledge page in docs/."""
    _written(lambda project: new_page(project, id), root)


def _written(write: Callable[[Project], Sequence[Path]], root: Path) -> None:
    project = _checked(root)
    try:
        files = write(project)
    except KeyError as error:
        raise click.UsageError(f"there is no {error}") from error
    except Exists as error:
        raise click.UsageError(str(error)) from error
    for file in files:
        click.echo(_short(file))


@cli.command("explain")
@click.argument("code")
def explain_code(code: str) -> None:
    """Say what a finding means, why it matters and what to write instead."""
    wanted = code.upper()
    names = {entry.name: entry.code for entry in CATALOGUE.values()}
    wanted = names.get(code, wanted)
    if wanted not in CATALOGUE:
        raise click.UsageError(f"there is no finding '{code}'")
    click.echo(explain(wanted), nl=False)


@cli.command("schemas")
@click.pass_obj
def write_schemas(root: Path) -> None:
    """Write the JSON Schemas of the YAML formats, for editors."""
    folder = Path(__file__).parent / "schemas"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
        click.echo(_short(folder / name))


def main() -> None:
    """Runs the command line. Exit code 0: no error; 1: findings; 2: the tool could not run."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _tell("stopped; nothing half-written was kept")
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BuildError as error:
        _tell(str(error))
        sys.exit(2)
    except Exception as error:
        _crash(error)


def _crash(error: Exception) -> None:
    if "--debug" in sys.argv:
        traceback.print_exc()
    where = f" while reading {reading.get()}" if reading.get() else ""
    _tell(f"error[CK901]: coursekit stopped{where}: {type(error).__name__}: {error}")
    _tell("  hint: run with --debug before the command for the traceback")
    sys.exit(2)
