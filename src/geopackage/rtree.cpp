// SPDX-License-Identifier: MIT
#include "geopackage/rtree.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {

namespace {

// What SQLite makes of a two-dimensional R-tree at a page size of 2048 and more: nodes of 51 cells of 24
// bytes (a row or node number and four floats) after a head of 4 bytes (depth, which only the root's means,
// and number of cells), all big endian. https://www.sqlite.org/rtree.html, "Shadow Tables".
constexpr std::size_t cells_in_node = 51;
constexpr std::size_t cell_size = 24;
constexpr std::size_t node_size = 4 + cells_in_node * cell_size;
constexpr std::int64_t root_number = 1;

constexpr float infinity = std::numeric_limits<float>::infinity();

float rounded_down(double value) {
    const float nearest = static_cast<float>(value);
    return static_cast<double>(nearest) > value ? std::nextafter(nearest, -infinity) : nearest;
}

float rounded_up(double value) {
    const float nearest = static_cast<float>(value);
    return static_cast<double>(nearest) < value ? std::nextafter(nearest, infinity) : nearest;
}

/// An integer that sorts as the float does.
std::uint32_t sortable(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return (bits >> 31) != 0 ? ~bits : bits | 0x80000000U;
}

float centre_x(const RtreeEntry& e) { return e.min_x / 2 + e.max_x / 2; }
float centre_y(const RtreeEntry& e) { return e.min_y / 2 + e.max_y / 2; }

// A place in a sort: the key above, the entry's index below, so that equal keys keep one order always.
std::uint64_t sort_key(float value, std::size_t index) {
    return std::uint64_t{sortable(value)} << 32 | index;
}
std::size_t index_of(std::uint64_t key) { return key & 0xffffffffU; }

/// The entries' indices (in the low 32 bits) so that each 51 on end are neighbours: cut into upright slices
/// of about as many nodes as there are slices, and each slice sorted upwards.
std::vector<std::uint64_t> tiled(const std::vector<RtreeEntry>& entries) {
    std::vector<std::uint64_t> keys(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) keys[i] = sort_key(centre_x(entries[i]), i);
    std::sort(keys.begin(), keys.end());

    const std::size_t nodes = (entries.size() + cells_in_node - 1) / cells_in_node;
    const auto slices = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(nodes))));
    const std::size_t slice = slices * cells_in_node;
    for (std::size_t begin = 0; begin < keys.size(); begin += slice) {
        const std::span part = std::span{keys}.subspan(begin, std::min(slice, keys.size() - begin));
        for (std::uint64_t& key : part) key = sort_key(centre_y(entries[index_of(key)]), index_of(key));
        std::sort(part.begin(), part.end());
    }
    return keys;
}

/// One node as SQLite stores it.
class NodeBytes {
  public:
    NodeBytes(int depth, std::size_t count) {
        put(0, static_cast<std::uint16_t>(depth));
        put(2, static_cast<std::uint16_t>(count));
    }

    void put_cell(std::size_t place, const RtreeEntry& entry) {
        const std::size_t at = 4 + place * cell_size;
        put(at, static_cast<std::uint64_t>(entry.rowid));
        put(at + 8, std::bit_cast<std::uint32_t>(entry.min_x));
        put(at + 12, std::bit_cast<std::uint32_t>(entry.max_x));
        put(at + 16, std::bit_cast<std::uint32_t>(entry.min_y));
        put(at + 20, std::bit_cast<std::uint32_t>(entry.max_y));
    }

    std::span<const std::byte> bytes() const { return m_bytes; }

  private:
    template <typename Unsigned>
    void put(std::size_t at, Unsigned value) {
        for (std::size_t i = 0; i < sizeof(Unsigned); ++i)
            m_bytes[at + i] = static_cast<std::byte>(value >> (8 * (sizeof(Unsigned) - 1 - i)));
    }

    std::array<std::byte, node_size> m_bytes{};
};

/// Fills a table of two numbers. Many rows go in with one statement: one cursor appends them all, where a
/// statement a row would look for the table's end each time.
class NumberTable {
  public:
    NumberTable(Database& database, const std::string& name)
        : m_insert_many{database.prepare(insert_of(name, rows_at_once))},
          m_insert_one{database.prepare(insert_of(name, 1))} {}

    /// \param numbers for each entry the one that stands beside its rowid
    void fill(const std::vector<RtreeEntry>& entries, const std::vector<std::uint32_t>& numbers) {
        std::size_t at = 0;
        for (; at + rows_at_once <= entries.size(); at += rows_at_once)
            insert(m_insert_many, entries, numbers, at, rows_at_once);
        for (; at < entries.size(); ++at) insert(m_insert_one, entries, numbers, at, 1);
    }

  private:
    static constexpr std::size_t rows_at_once = 128;

    static std::string insert_of(const std::string& name, std::size_t rows) {
        std::string sql = "INSERT INTO " + quoted_identifier(name) + " VALUES (?, ?)";
        for (std::size_t row = 1; row < rows; ++row) sql += ", (?, ?)";
        return sql;
    }

    static void insert(Statement& statement, const std::vector<RtreeEntry>& entries,
                       const std::vector<std::uint32_t>& numbers, std::size_t begin, std::size_t count) {
        int parameter = 0;
        for (std::size_t i = begin; i < begin + count; ++i) {
            statement.bind_integer(++parameter, entries[i].rowid);
            statement.bind_integer(++parameter, numbers[i]);
        }
        statement.run();
    }

    Statement m_insert_many;
    Statement m_insert_one;
};

/// Fills the shadow tables of one R-tree, level by level from the leaves up.
class Packer {
  public:
    Packer(Database& database, const std::string& name)
        : m_insert_node{database.prepare("REPLACE INTO " + quoted_identifier(name + "_node") +
                                         " VALUES (?1, ?2)")},
          m_rowids{database, name + "_rowid"},
          m_parents{database, name + "_parent"} {}

    void pack(std::vector<RtreeEntry> entries) {
        for (int depth = 0;; ++depth) {
            entries = pack_level(entries, depth);
            if (entries.size() == 1) return;
        }
    }

  private:
    /// Puts the entries of one level into nodes; gives the nodes, as entries of the next level. The last node
    /// left alone is the root, which has its own number and alone states the depth.
    std::vector<RtreeEntry> pack_level(const std::vector<RtreeEntry>& entries, int depth) {
        const std::vector<std::uint64_t> order = tiled(entries);
        const bool is_root = order.size() <= cells_in_node;
        std::vector<std::uint32_t> node_of(entries.size());
        std::vector<RtreeEntry> nodes;
        nodes.reserve(order.size() / cells_in_node + 1);
        for (std::size_t begin = 0; begin < order.size(); begin += cells_in_node) {
            const auto part = std::span{order}.subspan(begin, std::min(cells_in_node, order.size() - begin));
            const std::int64_t number = is_root ? root_number : m_next_number++;
            for (const std::uint64_t key : part) node_of[index_of(key)] = static_cast<std::uint32_t>(number);
            nodes.push_back(write_node(entries, part, number, is_root ? depth : 0));
        }
        (depth == 0 ? m_rowids : m_parents).fill(entries, node_of);
        return nodes;
    }

    RtreeEntry write_node(const std::vector<RtreeEntry>& entries, std::span<const std::uint64_t> part,
                          std::int64_t number, int depth) {
        NodeBytes bytes{depth, part.size()};
        RtreeEntry box{number, infinity, -infinity, infinity, -infinity};
        for (std::size_t place = 0; place < part.size(); ++place) {
            const RtreeEntry& entry = entries[index_of(part[place])];
            bytes.put_cell(place, entry);
            box.min_x = std::min(box.min_x, entry.min_x);
            box.max_x = std::max(box.max_x, entry.max_x);
            box.min_y = std::min(box.min_y, entry.min_y);
            box.max_y = std::max(box.max_y, entry.max_y);
        }
        m_insert_node.bind_integer(1, number);
        m_insert_node.bind_blob_view(2, bytes.bytes());
        m_insert_node.run();
        return box;
    }

    Statement m_insert_node;
    NumberTable m_rowids;
    NumberTable m_parents;
    std::int64_t m_next_number = root_number + 1;
};

/// A template of the standard with the names put in: <t> table, <c> column, <i> primary key, <r> R-tree.
std::string filled_in(std::string_view text,
                      const std::array<std::pair<std::string, std::string>, 4>& names) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto match = std::find_if(names.begin(), names.end(),
                                        [&](const auto& name) { return text.substr(at, 3) == name.first; });
        if (match != names.end()) {
            result += match->second;
            at += 3;
        } else {
            result += text[at++];
        }
    }
    return result;
}

struct Trigger {
    std::string_view name;
    std::string_view when;
    std::string_view first_action;
    std::string_view second_action = {};
};

constexpr std::string_view add_new =
    "INSERT OR REPLACE INTO <r> VALUES (NEW.<i>, ST_MinX(NEW.<c>), ST_MaxX(NEW.<c>), ST_MinY(NEW.<c>), "
    "ST_MaxY(NEW.<c>));";
constexpr std::string_view drop_old = "DELETE FROM <r> WHERE id = OLD.<i>;";
constexpr std::string_view drop_both = "DELETE FROM <r> WHERE id IN (OLD.<i>, NEW.<i>);";

constexpr std::array<Trigger, 6> triggers{{
    {"_insert", "AFTER INSERT ON <t> WHEN (NEW.<c> NOTNULL AND NOT ST_IsEmpty(NEW.<c>))", add_new},
    {"_update1",
     "AFTER UPDATE OF <c> ON <t> WHEN OLD.<i> = NEW.<i> AND (NEW.<c> NOTNULL AND NOT ST_IsEmpty(NEW.<c>))",
     add_new},
    {"_update2",
     "AFTER UPDATE OF <c> ON <t> WHEN OLD.<i> = NEW.<i> AND (NEW.<c> ISNULL OR ST_IsEmpty(NEW.<c>))",
     drop_old},
    {"_update3",
     "AFTER UPDATE ON <t> WHEN OLD.<i> != NEW.<i> AND (NEW.<c> NOTNULL AND NOT ST_IsEmpty(NEW.<c>))",
     drop_old, add_new},
    {"_update4", "AFTER UPDATE ON <t> WHEN OLD.<i> != NEW.<i> AND (NEW.<c> ISNULL OR ST_IsEmpty(NEW.<c>))",
     drop_both},
    {"_delete", "AFTER DELETE ON <t> WHEN OLD.<c> NOTNULL", drop_old},
}};

void create_triggers(Database& database, const std::string& name, std::string_view table,
                     std::string_view column, std::string_view primary_key) {
    const std::array<std::pair<std::string, std::string>, 4> names{{{"<t>", quoted_identifier(table)},
                                                                    {"<c>", quoted_identifier(column)},
                                                                    {"<i>", quoted_identifier(primary_key)},
                                                                    {"<r>", quoted_identifier(name)}}};
    for (const Trigger& trigger : triggers) {
        std::string sql = "CREATE TRIGGER " + quoted_identifier(name + std::string{trigger.name}) + ' ';
        sql += filled_in(trigger.when, names) + " BEGIN " + filled_in(trigger.first_action, names) + ' ';
        database.execute(sql + filled_in(trigger.second_action, names) + " END");
    }
}

/// SQLite chooses the size of a node from the page size; a root of another size than ours could not be read.
void check_node_size(Database& database, const std::string& name) {
    Statement root = database.prepare("SELECT length(data) FROM " + quoted_identifier(name + "_node"));
    if (!root.step() || root.integer(0) != static_cast<std::int64_t>(node_size))
        throw Error{"cannot index " + database.path().string() + ": its R-tree nodes are not of " +
                    std::to_string(node_size) + " bytes"};
}

void check_single_precision(const Envelope& envelope) {
    constexpr double largest = std::numeric_limits<float>::max();
    for (const double value : {envelope.min_x, envelope.max_x, envelope.min_y, envelope.max_y})
        if (!(std::abs(value) <= largest)) throw Error{"a geometry's box is not finite"};
}

}  // namespace

RtreeEntry rtree_entry(std::int64_t rowid, const Envelope& envelope) {
    check_single_precision(envelope);
    return {rowid, rounded_down(envelope.min_x), rounded_up(envelope.max_x), rounded_down(envelope.min_y),
            rounded_up(envelope.max_y)};
}

std::string rtree_name(std::string_view table, std::string_view geometry_column) {
    return "rtree_" + std::string{table} + "_" + std::string{geometry_column};
}

void create_rtree(Database& database, std::string_view table, std::string_view geometry_column,
                  std::string_view primary_key, std::vector<RtreeEntry> entries) {
    const std::string name = rtree_name(table, geometry_column);
    if (entries.size() > std::numeric_limits<std::uint32_t>::max())
        throw Error{"cannot index " + std::string{table} + ": it has too many features"};
    database.execute("CREATE VIRTUAL TABLE " + quoted_identifier(name) +
                     " USING rtree(id, minx, maxx, miny, maxy)");
    check_node_size(database, name);
    const auto by_rowid = [](const RtreeEntry& a, const RtreeEntry& b) { return a.rowid < b.rowid; };
    if (!std::is_sorted(entries.begin(), entries.end(), by_rowid))
        std::sort(entries.begin(), entries.end(), by_rowid);
    if (!entries.empty()) Packer{database, name}.pack(std::move(entries));

    create_triggers(database, name, table, geometry_column, primary_key);
    Statement extension = database.prepare(
        "INSERT INTO gpkg_extensions VALUES (?1, ?2, 'gpkg_rtree_index', "
        "'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')");
    extension.bind_text(1, table);
    extension.bind_text(2, geometry_column);
    extension.run();
}

}  // namespace incidentmap
