"""What the readers of picture formats share: each frame of the file is a page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.document import Document
from extractors.ocr import OcrEngine
from extractors.pictures.decoding import Picture, decode_frames
from extractors.readers.scan import read_scan
from extractors.readers.work import PageRead, Work

if TYPE_CHECKING:
    from extractors.limits import Limits


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    work: Work
    number: int
    picture: Picture


def read_pictures(data: bytes, *, media_type: str, engine: OcrEngine, limits: "Limits") -> Document:
    """Read every frame as a page."""
    work = Work.start(engine, limits)
    frames = decode_frames(data, limits=limits)
    jobs = (_Job(work, number, frame) for number, frame in enumerate(frames, start=1))
    pages = list(work.in_order(_run, jobs))
    return Document(
        media_type=media_type,
        pages=tuple(read.page for read in pages),
        ocr_seconds=sum(read.ocr_seconds for read in pages),
        engine=engine.version,
    )


def _run(job: _Job) -> PageRead:
    work, number = job.work, job.number
    return work.follow(number, lambda: read_scan(job.picture, number=number, work=work))
