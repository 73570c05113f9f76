#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "proofread/checks.h"

namespace concord::proofread {

/// One part of a list, or the whole.
struct Amount {
  const CopyValue* value = nullptr;  // nullptr for "a woman"
  Interval<Decimal> range;
  std::string_view noun;  // of people or things, as folded; empty where a place follows at once
  std::string_view link;  // the first word after the number, if it leads to a place
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct List {
  std::vector<Amount> parts;
  bool joined = false;  // "and" stands between two of them
  bool closed = false;  // nothing is left in the clause that may be a further part
};

/// A number of people or things, or money, with a nominal.
bool is_amount(const CopyValue* value);

/// The last word before a preposition or the end: the head of "14 wooden homes on Sawmill Lane".
std::string_view head_of(const CopyText& text, std::size_t begin, std::size_t end);

/// Parts from token `i` on, separated by commas and "and", to the mark that ends them.
List list_at(const CopyText& text, std::size_t i, std::size_t last);

/// "The Chiefs (2-13, 1-7 home)": bare numbers are scores and sizes.
bool are_named(const List& list);

/// True if the parts can be parts of the whole: people of people, homes of homes, or by place.
bool are_of_one_kind(const Amount& whole, const List& list);

bool same_unit(const Amount& whole, const List& list);

/// The parts that cannot overlap: women and men, or people by place.
bool are_apart(const List& list);

/// A kind of people of whom nobody is of another one: women, boys.
bool is_kind(std::string_view noun);

/// A slip where the parts are not the whole; with `some`, where they are more than it.
void tell_sum(const CopyText& text, const Amount& whole, const List& list, bool some,
              CopyNotes& notes);

}  // namespace concord::proofread
