#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/phrase.h"
#include "rules/complaints.h"

namespace concord::rules {

/// True for the value types of the language: count, duration, date ... (not lists).
bool is_value_type(std::string_view name);

/// Puts single words among the branches of `alternatives` into one word node with all their forms;
/// a branch that is left alone takes the place of the node.
void join_words(PhraseNode& alternatives);

/// The words that rule files define for all packs, and what `<name>` and `{slot:name}` stand for.
/// Shared phrases are expanded in place; an expanded phrase has at most 8192 nodes, 64 deep.
class Names {
 public:
  explicit Names(Complaints& complaints) : complaints_(complaints) {}

  /// Takes a definition in.  A name that is already taken is a complaint (E206) and not kept.
  /// `broken`: its text had errors, so that those who use it need no second explanation.
  void define_phrase(const std::string& name, const Place& place, std::vector<Phrase> ways,
                     bool broken);
  bool define_list(const std::string& name, const Place& place);
  /// Further ways of a phrase that is defined.  REQUIRES: no phrase has been resolved yet.
  void extend_phrase(const std::string& name, std::vector<Phrase> ways);
  void set_broken_list(const std::string& name);

  /// Takes in the name of a fact, check, context or event (`what`); false after a complaint (E206)
  /// when another one has it.
  bool define_rule(std::string_view what, const std::string& name, const Place& place);
  /// Where a rule of this name is written, though it be left out for its errors; null if nowhere.
  const Place* find_rule(std::string_view what, const std::string& name) const;

  /// A name that only the next phrases know: `<nouns>` of an event.
  void set_local(std::string name, PhraseNode stands_for);
  void clear_local();

  /// Replaces every <name> in `root` by what it stands for.  False after a complaint.
  bool resolve(PhraseNode& root);

  /// False after a complaint when `type` is neither a value type nor a list.
  bool check_type(std::string_view type, const Place& place);

  /// Says that a file could not be read: a name that is missing may be one that it defines, which
  /// is no complaint of its own.
  void set_incomplete() { incomplete_ = true; }

  /// Expands the phrases that nothing uses, so that their errors are told as well.
  void resolve_all();

  struct Definition {
    Place place;
    bool is_list = false;
    bool broken = false;
    std::uint32_t uses = 0;
    std::vector<Phrase> ways;  // of a phrase; taken when expanded
    enum class State : std::uint8_t { fresh, busy, done } state = State::fresh;
    PhraseNode expanded;
    std::size_t nodes = 0;
    std::size_t depth = 0;
  };
  const std::map<std::string, Definition, std::less<>>& definitions() const { return all_; }

 private:
  struct Extent {
    std::size_t nodes = 0;
    std::size_t depth = 0;
  };

  bool define(const std::string& name, const Place& place, Definition definition);
  bool resolve_node(PhraseNode& node, Extent& extent);
  bool resolve_children(PhraseNode& node, Extent& extent);
  bool resolve_reference(PhraseNode& node, Extent& extent);
  bool put_in_place(PhraseNode& node, const PhraseNode& expanded, Extent size, Extent& extent);
  bool expand(const std::string& name, Definition& definition, const PhraseNode& reference);
  void complain_of_unknown(std::string_view name, const Place& place, Code code,
                           std::string_view what, bool with_phrases);

  Complaints& complaints_;
  std::map<std::string, Definition, std::less<>> all_;
  std::map<std::string, Place, std::less<>> rules_;  // "fact deaths"
  std::vector<std::string> path_;                    // names being expanded, outermost first
  std::string local_name_;
  PhraseNode local_;
  bool incomplete_ = false;
  std::size_t total_ = 0;  // nodes made by all expansions
};

}  // namespace concord::rules
