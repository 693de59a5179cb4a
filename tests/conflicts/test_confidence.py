"""The score: bounded, deterministic, readable."""

from __future__ import annotations

from benchmark_programs import benchmark
from claims_by_hand import World, claim

from factcheck.conflicts.confidence import Confidence, features_of
from factcheck.model import Frame, Scope, Side
from factcheck.rulebook import Rulebook, WeightsRule
from factcheck.values import CountValue

HURT = Frame(event="injury", role="acted_on", thing="person", lead=True)


def sides(*, hedged: bool = False) -> tuple[Side, ...]:
    scope = Scope(hedged=hedged)
    left, right = claim(CountValue(3, 3, 3), HURT), claim(CountValue(4, 4, 4), HURT, article="right.txt", scope=scope)
    return tuple(Side(item.value.iso(), item.value.caption(), (item,)) for item in (left, right))


def weights(**values: float) -> Rulebook:
    return Rulebook((WeightsRule(id="test", type="weights", reason="a test", data="0", weights=dict(values)),))


def test_features_are_named_and_bounded(world: World) -> None:
    features = dict(features_of("FC201", 0.6, sides(hedged=True), world.context().stories))
    assert features["bias"] == features["code.FC201"] == features["lead"] == features["hedged"] == 1.0
    assert features["proof"] == 0.6
    assert all(0 < value <= 1 for value in features.values())
    assert "same-article" not in features


def test_the_score_follows_its_weights(world: World) -> None:
    features = features_of("FC201", 0.6, sides(), world.context().stories)
    assert Confidence(Rulebook(())).of(features, 0.6) == 0.6
    assert Confidence(weights(bias=0.0)).of(features, 0.6) == 0.5
    assert Confidence(weights(bias=50.0)).of(features, 0.6) == 0.99
    assert Confidence(weights(bias=-50.0)).of(features, 0.6) == 0.01
    assert Confidence(weights(bias=1.0, lead=1.0)).of(features, 0.6) > Confidence(weights(bias=1.0)).of(features, 0.6)


def test_the_loss_is_less_for_better_weights() -> None:
    rows = [((("bias", 1.0),), True), ((("bias", 1.0),), True), ((("bias", 1.0),), False)]
    log_loss = benchmark("calibrate").log_loss
    assert log_loss(rows, {"bias": 0.7}) < log_loss(rows, {"bias": -0.7})


def test_the_last_weights_read_are_used(world: World) -> None:
    features = features_of("FC201", 0.6, sides(), world.context().stories)
    first, last = (
        WeightsRule(id=name, type="weights", reason="a test", data="0", weights={"bias": bias}) for name, bias in (("a", 9.0), ("b", 0.0))
    )
    assert Confidence(Rulebook((first, last))).of(features, 0.6) == 0.5


def test_no_weight_is_too_great(world: World) -> None:
    features = features_of("FC201", 0.6, sides(), world.context().stories)
    assert [Confidence(weights(bias=bias)).of(features, 0.6) for bias in (-1e17, 1e17)] == [0.01, 0.99]
