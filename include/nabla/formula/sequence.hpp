#pragma once

#include <cstddef>
#include <utility>

#include <boost/hana/at.hpp>
#include <boost/hana/bool.hpp>
#include <boost/hana/concept/sequence.hpp>
#include <boost/hana/core/make.hpp>
#include <boost/hana/drop_front.hpp>
#include <boost/hana/integral_constant.hpp>
#include <boost/hana/is_empty.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

namespace nabla::detail {

/// Tag of the Hana sequences whose members are made when they are asked for: a family of variables, a gradient. Such a type has
/// `static constexpr std::size_t length` and `get<I>()`. What Hana makes from one (a transformation, a slice) is a tuple.
struct lazy_sequence_tag {};

template <class Sequence, std::size_t... I>
constexpr auto as_tuple(Sequence const& sequence, std::index_sequence<I...>) {
  return boost::hana::make_tuple(sequence.template get<I>()...);
}

template <std::size_t From, std::size_t... I>
constexpr auto shifted(std::index_sequence<I...>) {
  return std::index_sequence<From + I...>{};
}

}  // namespace nabla::detail

namespace boost::hana {

template <>
struct Sequence<nabla::detail::lazy_sequence_tag> {
  static constexpr bool value = true;
};

template <>
struct make_impl<nabla::detail::lazy_sequence_tag> {
  template <class... T>
  static constexpr auto apply(T&&... t) {
    return hana::make_tuple(static_cast<T&&>(t)...);
  }
};

template <>
struct at_impl<nabla::detail::lazy_sequence_tag> {
  template <class Sequence, class N>
  static constexpr auto apply(Sequence const& sequence, N const&) {
    return sequence.template get<static_cast<std::size_t>(N::value)>();
  }
};

template <>
struct length_impl<nabla::detail::lazy_sequence_tag> {
  template <class Sequence>
  static constexpr auto apply(Sequence const&) {
    return hana::size_c<Sequence::length>;
  }
};

template <>
struct is_empty_impl<nabla::detail::lazy_sequence_tag> {
  template <class Sequence>
  static constexpr auto apply(Sequence const&) {
    return hana::bool_c<Sequence::length == 0>;
  }
};

template <>
struct unpack_impl<nabla::detail::lazy_sequence_tag> {
  template <class Sequence, class F>
  static constexpr decltype(auto) apply(Sequence const& sequence, F&& f) {
    return hana::unpack(nabla::detail::as_tuple(sequence, std::make_index_sequence<Sequence::length>{}), static_cast<F&&>(f));
  }
};

template <>
struct drop_front_impl<nabla::detail::lazy_sequence_tag> {
  template <class Sequence, class N>
  static constexpr auto apply(Sequence const& sequence, N const&) {
    constexpr std::size_t from = N::value < Sequence::length ? N::value : Sequence::length;
    return nabla::detail::as_tuple(sequence,
                                   nabla::detail::shifted<from>(std::make_index_sequence<Sequence::length - from>{}));
  }
};

}  // namespace boost::hana
