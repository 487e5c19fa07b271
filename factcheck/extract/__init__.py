"""Rules × sentences → the claims of one article. Relative dates stay symbolic until the story is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract import frame as frames
from factcheck.extract.antecedent import Found, with_antecedents
from factcheck.extract.claims import Capture, Setting, claims_of, distinct, settings_of, spread, with_thing
from factcheck.extract.context import ContextWords
from factcheck.extract.match import Hit, matcher_for
from factcheck.extract.shape import Shape, shape_of
from factcheck.fields import FIELD_TYPES
from factcheck.model import Article, Claim, Mention, Part, TaggedSentence
from factcheck.rulepack.slots import SLOTS
from factcheck.rulepack.types import Kind, Need, RulePack

_ALSO = {"penalty": ("money",)}  # a fine is no other sum of money

__all__ = ["extract", "sentence_claims"]


def extract(article: Article, tagged: Sequence[TaggedSentence], pack: RulePack) -> tuple[Claim, ...]:
    """All claims of one article, in the order of the text; it depends on the article and the rules alone."""
    lexicon = pack.lexicons.get(article.language)
    if lexicon is None:
        return ()
    settings = settings_of(article, tagged, lexicon)
    found = [Found(claim, i) for i, setting in enumerate(settings) for claim in sentence_claims(setting, pack)]
    claims = _without_residue(with_antecedents(found, settings, pack), pack)
    return tuple(sorted(distinct(claims), key=lambda claim: (claim.evidence.start, claim.kind, claim.rule)))


def _without_residue(claims: Sequence[Claim], pack: RulePack) -> list[Claim]:
    """The claims without those of residual kinds on words that another kind claims: the dead are no mere count."""
    families = {name: _family(pack.kinds[name]) for name in {claim.kind for claim in claims}}
    taken: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for claim in claims:
        kind = pack.kinds[claim.kind]
        if not kind.residual and _certain(claim, kind):
            own = families[claim.kind]
            for family in (own, *_ALSO.get(own, ())):
                where = (family, _sentence(claim))
                taken.setdefault(where, []).append((claim.evidence.start, claim.evidence.end))

    def is_taken(claim: Claim) -> bool:
        spans = taken.get((families[claim.kind], _sentence(claim)), ())
        return any(start <= claim.evidence.start and claim.evidence.end <= end for start, end in spans)

    return [claim for claim in claims if not pack.kinds[claim.kind].residual or not is_taken(claim)]


def _certain(claim: Claim, kind: Kind) -> bool:
    """Whether nothing is missing that the rest of the story would have to give."""
    needed = (name for name, spec in kind.fields.items() if spec.need is Need.INFERRED)
    return all(name in claim.fields for name in needed)


def _sentence(claim: Claim) -> int:
    """Where the sentence of a claim begins: its words may stand in an article a thousand times."""
    return claim.evidence.start - claim.evidence.offset


def _family(kind: Kind) -> str:
    """What the answers of a kind are: kinds of one family can claim the same words."""
    types = {kind.fields[name].type for name in kind.value_fields()}
    return "date" if types & {"date", "since", "years"} else min(types, default="")


def sentence_claims(setting: Setting, pack: RulePack) -> Iterator[Claim]:
    """The claims of one sentence, by pattern rules and then by frames."""
    language = setting.article.language
    shape = shape_of(setting.tagged)
    for hit in matcher_for(pack, language).hits(shape):
        kind = pack.kinds[hit.rule.kind]
        if _may_claim(setting, kind):
            yield from claims_of(setting, kind, hit.rule, captures_of(hit, kind, shape, setting.words))
    types = {mention.type for mention in (*setting.tagged.mentions, *setting.speech.quotes)}
    for frame in frames.frames_of(pack, language):
        if types.isdisjoint(frame.types):
            continue
        kind = pack.kinds[frame.rule.kind]
        if _may_claim(setting, kind):
            found = frames.captures(frame, kind, setting)
            yield from claims_of(setting, kind, frame.rule, found)


def _may_claim(setting: Setting, kind: Kind) -> bool:
    return kind.dateline or setting.tagged.sentence.part is not Part.DATELINE


def captures_of(hit: Hit, kind: Kind, shape: Shape, words: ContextWords) -> Iterator[Capture]:
    """A hit as captures: a list slot gives one for each member, unless its field collects them all."""
    base: dict[str, tuple[Mention, ...]] = {}
    members: list[dict[str, tuple[Mention, ...]]] = []
    for slot, units in zip(hit.pattern.slots, hit.groups, strict=True):
        if units is None or not slot.type:
            continue
        found = _mentions_in(shape, units, SLOTS[slot.type], words)
        collects = slot.name in kind.fields and FIELD_TYPES[kind.fields[slot.name].type].collects
        if collects:
            base[slot.name] = base.get(slot.name, ()) + found
        elif slot.many:
            members = [spread(kind, slot.name, mention) for mention in found]
        elif found:
            base |= spread(kind, slot.name, found[0])
    first, last = shape.tokens_of(hit.start)[0], shape.tokens_of(min(hit.end, len(shape.units)) - 1)[1]
    for member in members or [{}]:
        yield Capture(with_thing(kind, base | member), {}, first, last)


def _mentions_in(
    shape: Shape, units: tuple[int, int], types: tuple[str, ...], words: ContextWords
) -> tuple[Mention, ...]:
    """The mentions of a slot, in order; a list ends where somebody is said to have said it."""
    found: list[Mention] = []
    for unit in range(*units):
        what = shape.units[unit]
        if isinstance(what, Mention):
            if what.type in types:
                found.append(what)
        elif words.said.at(shape.tagged.tokens, what) or words.according.at(shape.tagged.tokens, what):
            break
    return tuple(found)
