#include "store/trouble.h"

#include <sqlite3.h>
#include <string_view>

namespace concord::store {
namespace {

struct Row {
  int sqlite;
  std::string_view code;
  std::string_view words;  // after the path
  std::string_view help;
};

constexpr std::string_view kFromBackup =
    "`concord db check` tells more; a copy made by `concord db backup` can take its place";

constexpr Row kRows[] = {
    {SQLITE_CANTOPEN, "S100", "cannot be opened", "is its folder there, and may it be read?"},
    {SQLITE_PERM, "S100", "cannot be opened: permission denied", ""},
    {SQLITE_AUTH, "S100", "cannot be opened: permission denied", ""},
    {SQLITE_NOTADB, "S101", "is not a store of Concord: it is no SQLite database", ""},
    {SQLITE_CORRUPT, "S104", "is damaged", kFromBackup},
    {SQLITE_FORMAT, "S104", "is damaged", kFromBackup},
    {SQLITE_FULL, "S105", "cannot grow: the disk is full",
     "nothing was lost; make room and run this again"},
    {SQLITE_TOOBIG, "S109", "cannot hold a text of that size", ""},
    {SQLITE_READONLY, "S106", "cannot be written: it is read-only", ""},
    {SQLITE_BUSY, "S107", "is being written by another program",
     "wait for it, then run this again"},
    {SQLITE_LOCKED, "S107", "is being written by another program",
     "wait for it, then run this again"},
    {SQLITE_NOMEM, "S109", "cannot be read: no memory is left", ""},
};

/// A limit on the size of files and a full quota look like other errors of writing.
bool is_no_room(int extended) {
  return extended == SQLITE_IOERR_WRITE || extended == SQLITE_IOERR_TRUNCATE ||
         extended == SQLITE_IOERR_SHMSIZE;
}

}  // namespace

Diagnostic trouble(std::string code, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

Diagnostic damaged(const std::string& path, const std::string& what) {
  return trouble("S104", path + " is damaged: " + what, std::string(kFromBackup));
}

Diagnostic trouble_of(const SQLite::Exception& error, const std::string& path) {
  constexpr int kPrimary = 0xff;  // the rest of the number tells more of it
  const int code = error.getErrorCode() & kPrimary;
  for (const Row& row : kRows) {
    if (row.sqlite == code) {
      return trouble(std::string(row.code), path + " " + std::string(row.words),
                     std::string(row.help));
    }
  }
  if (code == SQLITE_CONSTRAINT) {
    return damaged(path, error.what());
  }
  if (code == SQLITE_IOERR && is_no_room(error.getExtendedErrorCode())) {
    return trouble("S105",
                   path + " cannot grow: the disk, or what this program may use of it, is full",
                   "nothing was lost; make room and run this again");
  }
  return trouble("S109", path + ": " + error.what());
}

}  // namespace concord::store
