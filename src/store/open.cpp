#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "store/connection.h"
#include "store/migrate.h"
#include "store/schema.h"
#include "store/trouble.h"

namespace concord::store {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};

enum class Found : std::uint8_t { nothing, database };

Diagnostic no_file(const std::string& path, int number) {
  return trouble("S100", path + " cannot be opened: " + std::strerror(number));
}

/// What lies at the path; an empty file is nothing yet.  Fails on what can never be a store.
Result<Found> look_at(const std::string& path) {
  struct stat facts {};
  if (stat(path.c_str(), &facts) != 0) {
    return errno == ENOENT ? Result<Found>(Found::nothing) : failure(no_file(path, errno));
  }
  if (!S_ISREG(facts.st_mode)) {
    const bool folder = S_ISDIR(facts.st_mode);
    return failure(trouble("S100",
                           path + (folder ? " is a folder, no store" : " is no ordinary file"),
                           folder ? "name a file in it, for example " + path + "/concord.db" : ""));
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return failure(no_file(path, errno));
  }
  std::array<char, kMagic.size()> head{};
  const ssize_t size = read(file, head.data(), head.size());
  close(file);
  if (size == 0) {
    return Found::nothing;
  }
  if (std::string_view(head.data(), size > 0 ? static_cast<std::size_t>(size) : 0) != kMagic) {
    return failure(trouble("S101", path + " is not a store of Concord: it is no SQLite database"));
  }
  return Found::database;
}

/// A folder of its own for the store, if it is not there yet.
void make_folder(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  std::error_code ignored;  // opening the store tells
  if (!folder.empty()) {
    std::filesystem::create_directories(folder, ignored);
  }
}

/// The path by which every process knows the file.
std::string real_path(const std::string& path) {
  std::error_code error;
  const auto real = std::filesystem::weakly_canonical(path, error);
  return error ? path : real.string();
}

std::string as_uri(const std::string& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%') {
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

void prepare(SQLite::Database& database, Mode mode) {
  database.exec("PRAGMA trusted_schema = OFF");
  if (mode == Mode::read) {
    database.exec("PRAGMA cache_size = -4096");  // of each of many readers
  } else {
    database.exec(
        "PRAGMA cache_size = -16384; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA "
        "wal_autocheckpoint = 2000");
  }
}

using Opened = std::unique_ptr<Connection>;

class Opening {
 public:
  Opening(const std::string& path, const Access& access)
      : path_(path), real_(real_path(path)), access_(access) {}

  Result<Store> run() {
    const auto found = look_at(path_);
    if (!found) {
      return failure(found.error());
    }
    if (*found == Found::nothing && access_.mode != Mode::create) {
      return failure(no_store());
    }
    return access_.mode == Mode::read ? to_read() : to_write();
  }

 private:
  Diagnostic no_store() const {
    return trouble("S108", "there is no store at " + path_,
                   "`concord ingest PATH... --store " + path_ + "` makes one");
  }

  Result<Store> to_read() const {
    auto connection = connect(SQLite::OPEN_READONLY);
    SQLite::Database& database = connection->database;
    if (access_.one_moment) {
      database.exec("BEGIN");  // one transaction from here on
    }
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (const auto ours = check_identity(database, path_); !ours) {
      return failure(ours.error());
    }
    if (version == 0) {
      return failure(no_store());  // whoever was making it was killed
    }
    if (version < schema_version()) {
      return failure(
          trouble("S110",
                  path_ + " is of an older version of Concord (schema " + std::to_string(version) +
                      ", this program's is " + std::to_string(schema_version()) + ")",
                  "any command that writes brings it up to date, such as `concord ingest`"));
    }
    return Store(std::move(connection));
  }

  Opened connect(int flags) const {
    try {
      return connect_as(real_, flags);
    } catch (const SQLite::Exception& error) {
      if (flags != SQLite::OPEN_READONLY) {
        throw;
      }
      if (is_left_half_done(error)) {
        take_back_half();
        return connect_as(real_, flags);
      }
      if (!is_on_read_only_disk()) {
        throw;
      }
    }
    // A store there has no room for the files that readers share.
    auto connection =
        std::make_unique<Connection>(path_, as_uri(real_), flags | SQLite::OPEN_URI, access_);
    prepare(connection->database, access_.mode);
    return connection;
  }

  Opened connect_as(const std::string& name, int flags) const {
    auto connection = std::make_unique<Connection>(path_, name, flags, access_);
    prepare(connection->database, access_.mode);
    connection->database.execAndGet("SELECT count(*) FROM sqlite_schema");
    return connection;
  }

  /// Whoever wrote was killed, and a reader may not clean up after it.
  static bool is_left_half_done(const SQLite::Exception& error) {
    const int code = error.getExtendedErrorCode();
    return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY;
  }

  void take_back_half() const {
    SQLite::Database database(real_, SQLite::OPEN_READWRITE,
                              static_cast<int>(access_.wait.count()));
    database.execAndGet("SELECT count(*) FROM sqlite_schema");
  }

  bool is_on_read_only_disk() const {
    std::error_code ignored;
    return !std::filesystem::exists(real_ + "-wal", ignored) &&
           ::access(std::filesystem::path(real_).parent_path().c_str(), W_OK) != 0;
  }

  Result<Store> to_write() const {
    if (access_.mode == Mode::create) {
      make_folder(real_);
    }
    auto lock = WriterLock::take(real_, access_.command, access_.wait);
    if (!lock) {
      return failure(lock.error());
    }
    const int create = access_.mode == Mode::create ? SQLite::OPEN_CREATE : 0;
    auto connection = connect(SQLite::OPEN_READWRITE | create);
    connection->lock = std::move(*lock);
    SQLite::Database& database = connection->database;
    if (const auto ours = check_identity(database, path_); !ours) {
      return failure(ours.error());
    }
    if (const auto done = migrate(database, migrations(), path_); !done) {
      return failure(done.error());
    }
    return Store(std::move(connection));
  }

  const std::string& path_;
  std::string real_;
  const Access& access_;
};

}  // namespace

Result<Store> open(const std::string& path, const Access& access) {
  return guarded(path, [&] { return Opening(path, access).run(); });
}

}  // namespace concord::store
