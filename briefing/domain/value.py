"""Frozen dataclasses that are cheap to define.

``dataclass(frozen=True, slots=True)`` writes and compiles six functions for every class, about a
millisecond each: sixty classes cost a fifth of the time to the first screen. ``value`` makes the
same kind of class (defaults, keyword-only fields, equality, hash, ``dataclasses.replace``) with
functions that all classes share, and works out real dataclass fields only when somebody asks for
them. Making an object is a little slower, by a microsecond or two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from itertools import pairwise
from typing import Any, TypeVar, dataclass_transform, overload

Kind = TypeVar("Kind", bound=type)
Value = TypeVar("Value")


@overload
def value(cls: Kind, /) -> Kind: ...


@overload
def value(*, kw_only: bool = ...) -> Callable[[Kind], Kind]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: Any = None, /, *, kw_only: bool = False) -> Any:
    """Makes a class a frozen dataclass with slots; a decorator with or without arguments.

    A value class inherits no fields from another. Raises ``TypeError`` for a field without a
    default after one with a default, unless all are ``kw_only``.
    """
    return (lambda cls: _made(cls, kw_only)) if cls is None else _made(cls, kw_only)


class _Fields:
    """``__dataclass_fields__``, worked out by ``dataclass`` itself on the first question."""

    def __get__(self, instance: object, owner: Any) -> dict[str, Field[Any]]:
        known: dict[str, Field[Any]] | None = owner.__value_fields__
        if known is None:
            body = {"__annotations__": dict(owner.__annotations__), "__module__": owner.__module__}
            body.update(owner.__value_given__)
            made: Any = dataclass(init=False, repr=False, eq=False, kw_only=True)(
                type(owner.__name__, (), body)
            )
            known = owner.__value_fields__ = made.__dataclass_fields__
        return known


_FIELDS = _Fields()


def _made(cls: type, kw_only: bool) -> type:
    body = dict(cls.__dict__)
    names = tuple(
        name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar")
    )
    given = {name: body.pop(name) for name in names if name in body}
    if not kw_only and any(late not in given for early, late in pairwise(names) if early in given):
        raise TypeError(f"{cls.__name__}: a field without a default follows one with a default")
    defaults, factories = {}, []
    for name, default in given.items():
        if not isinstance(default, Field):
            defaults[name] = default
        elif default.default_factory is not MISSING:
            factories.append((name, default.default_factory))
        elif default.default is not MISSING:
            defaults[name] = default.default
    for leftover in ("__dict__", "__weakref__"):
        body.pop(leftover, None)
    for name, shared in _SHARED.items():
        body.setdefault(name, shared)
    body["__slots__"] = names
    body["__match_args__"] = () if kw_only else names
    made: Any = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    made.__value_names__ = names
    made.__value_setters__ = tuple(made.__dict__[name].__set__ for name in names)
    made.__value_puts__ = tuple(zip(names, made.__value_setters__, strict=True))
    made.__value_positional__ = () if kw_only else names
    made.__value_defaults__ = defaults
    made.__value_factories__ = tuple(factories)
    made.__value_given__ = given
    made.__value_fields__ = None
    return made  # type: ignore[no-any-return]


def _init(self: Any, *positional: object, **given: object) -> None:
    kind = self.__class__
    puts = kind.__value_puts__
    if len(given) == len(puts) and not positional:
        # Everything is named, as it is for what comes out of the database by the thousand.
        for name, put in puts:
            if name not in given:
                break  # a name too many and one too few: told below
            put(self, given[name])
        else:
            return
    if positional:
        names = kind.__value_positional__
        if len(positional) > len(names):
            raise TypeError(f"{kind.__name__} takes {len(names)} values in order")
        for name, one in zip(names, positional, strict=False):
            if name in given:
                raise TypeError(f"{kind.__name__}: {name} is given twice")
            given[name] = one
    values = {**kind.__value_defaults__, **given}
    for name, factory in kind.__value_factories__:
        if name not in values:
            values[name] = factory()
    names = kind.__value_names__
    try:
        for name, put in zip(names, kind.__value_setters__, strict=True):
            put(self, values[name])
    except KeyError as error:
        raise TypeError(f"{kind.__name__} lacks {error.args[0]}") from None
    if len(values) != len(names):
        unknown = ", ".join(sorted(values.keys() - set(names)))
        raise TypeError(f"{kind.__name__} has no {unknown}")


def in_order(kind: type[Value], *held: object) -> Value:
    """A value of all its fields in their order, as thousands of rows give them; the quickest way.

    Raises ``ValueError`` for a field too many or too few.
    """
    made: Any = object.__new__(kind)
    for put, one in zip(made.__value_setters__, held, strict=True):
        put(made, one)
    return made  # type: ignore[no-any-return]


def replaced(one: Value, **changes: object) -> Value:
    """What ``dataclasses.replace`` makes of a value, in half the time; raises ``TypeError``."""
    kind: Any = one.__class__
    made: Value = object.__new__(kind)
    for name, put in kind.__value_puts__:
        put(made, changes.pop(name) if name in changes else getattr(one, name))
    if changes:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(changes))}")
    return made


def _held(self: Any) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in self.__value_names__])


def _eq(self: Any, other: object) -> bool:
    if other.__class__ is not self.__class__:
        return False
    return self is other or _held(self) == _held(other)


def _hash(self: Any) -> int:
    return hash(_held(self))


def _repr(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__value_names__)
    return f"{type(self).__name__}({told})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot change {type(self).__name__}.{name}")


def _state(self: Any) -> list[object]:
    return list(_held(self))


def _restore(self: Any, state: list[object]) -> None:
    for put, held in zip(type(self).__value_setters__, state, strict=True):
        put(self, held)


_SHARED: dict[str, object] = {
    "__init__": _init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _restore,
    "__dataclass_fields__": _FIELDS,
}
