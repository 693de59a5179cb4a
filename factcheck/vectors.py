"""The vectors of tokens as a pipeline makes them, with less work.

Two tokens of three are words that a batch of passages has already: what a model makes of a word by itself is computed once for each.  And
what follows each product of matrices, the greatest of three numbers and a normalization, takes half of the time that thinc's layers take.

The layers are those of spaCy's ``MultiHashEmbed.v2`` and ``MaxoutWindowEncoder.v2``, made of thinc's ``Maxout.v1`` and ``LayerNorm.v1``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model, noop
from thinc.types import Ragged

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EMBEDDING = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The layers that look at each token by itself: its features, a vector of each side by side, and the one made of them."""
_NORMALIZED = ("maxout", "layernorm")
_EPSILON = 1e-08
"""What thinc adds to a variance."""
_MIXED = 0x9E3779B97F4A7C15
"""An odd number near 2**64 divided by the golden ratio: the powers of it spread features over the keys of words (Knuth, 6.4)."""

Forward = tuple[Any, Callable[[Any], Any]]


def hasten(model: Model[Any, Any]) -> None:
    """Put faster layers in place of those of a model that are known; it can be used afterwards, but no longer trained."""
    for node in list(model.walk()):
        if _names(node) == _NORMALIZED:
            model.replace_node(node, _normalized_maxout(*node.layers))
    for node in list(model.walk()):
        if _names(node) == _EMBEDDING:
            vectors, mixed = node.layers[2:4]
            model.replace_node(mixed, noop())
            model.replace_node(vectors, Model("once_a_word", _once_a_word, layers=[vectors, mixed]))


def _names(node: Model[Any, Any]) -> tuple[str, ...]:
    return tuple(layer.name.partition("(")[0] for layer in node.layers)


def _normalized_maxout(maxout: Model[Any, Any], layernorm: Model[Any, Any]) -> Model[Any, Any]:
    """One layer for two; its pieces stand one behind the other, since numpy compares neighbours faster."""
    pieces, width = maxout.get_dim("nP"), maxout.get_dim("nO")
    params: dict[str, Any] = {
        "W": np.ascontiguousarray(_numbers(maxout, "W").transpose(1, 0, 2)).reshape(pieces * width, -1),
        "b": np.ascontiguousarray(_numbers(maxout, "b").T).reshape(-1),
        "G": _numbers(layernorm, "G"),
        "shift": _numbers(layernorm, "b"),
    }
    return Model("normalized_maxout", _greatest_normalized, dims={"nO": width, "nI": maxout.get_dim("nI"), "nP": pieces}, params=params)


def _numbers(layer: Model[Any, Any], name: str) -> NDArray[np.float32]:
    return np.asarray(layer.get_param(name))


def _greatest_normalized(model: Model[Any, Any], inputs: Any, is_train: bool) -> Forward:  # noqa: FBT001 - thinc's form
    """The greatest piece of each output, brought to mean 0 and variance 1 by row, scaled and shifted."""
    width = model.get_dim("nO")
    weights: Any = model.get_param("W")
    pieces: NDArray[np.float32] = np.asarray(model.ops.gemm(inputs, weights, trans2=True))
    pieces += _numbers(model, "b")
    rows = pieces[:, :width]
    for place in range(width, pieces.shape[1], width):
        rows = np.maximum(rows, pieces[:, place : place + width])
    rows = rows - rows.mean(axis=1, keepdims=True)
    variance = np.square(rows).sum(axis=1, keepdims=True) / np.float32(width) + np.float32(_EPSILON)
    rows *= variance ** (-1.0 / 2.0)
    rows *= _numbers(model, "G")
    rows += _numbers(model, "shift")
    return rows, _untrained


def _once_a_word(model: Model[Any, Any], features: Ragged, is_train: bool) -> Forward:  # noqa: FBT001
    """What the layers make of each row of features, computed once for rows that are equal."""
    rows: Any = features.dataXd
    keys = np.zeros(len(rows), dtype=np.uint64)
    for column in rows.T:
        keys = (keys + column) * np.uint64(_MIXED)
    _, first, word = np.unique(keys, return_index=True, return_inverse=True)
    if not (rows[first][word] == rows).all():  # two words of one key
        first = word = np.arange(len(rows))
    lengths: Any = np.array([len(first)], dtype="i")
    made: Any = Ragged(rows[first], lengths)
    for layer in model.layers:
        made = layer.predict(made)
    return Ragged(made.dataXd[word], features.lengths), _untrained


def _untrained(_: Any) -> Any:
    raise NotImplementedError("made for reading texts, not for training")


__all__ = ["hasten"]
