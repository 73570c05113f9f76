#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/timestamp.h"
#include "model/told.h"

namespace concord {

/// Where a finding rests on an article's words.
struct ToldEvidence {
  std::string document;  // id
  std::string place;     // "11:74", "headline"
  std::string sentence;
  std::string remark;  // "floor 130"; may be empty
};

/// The same with all that was written down of it.
struct ToldWhole {
  ToldFinding finding;
  std::vector<std::string> notes;
  std::vector<std::pair<std::string, std::string>> policies;  // name, what it prints
  std::vector<ToldEvidence> evidence;
};

/// A new finding as a night's feed told it: later nights tell it in the same words.
struct ToldNews {
  std::string id;  // of the finding
  std::string title;
  std::string text;
  std::string severity;  // empty if not known
  Timestamp found;       // UTC
};

/// A figure of our own copy that was behind on a night.
struct ToldBehind {
  std::string finding;  // id
  std::string story;    // id
  std::string document;
  std::string subject;  // "deaths, Kabul 2021"
  std::string words;    // ours
};

/// What a night wrote down besides its findings.
struct ToldNight {
  std::vector<ToldNews> news;
  std::vector<ToldBehind> behind;
  std::vector<std::string> slips;                               // ids of the slips in our own copy
  std::vector<std::pair<std::string, std::string>> unreadable;  // inputs, and why
};

}  // namespace concord
