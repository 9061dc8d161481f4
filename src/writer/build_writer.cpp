// SPDX-License-Identifier: MIT
#include "writer/build_writer.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <numeric>
#include <utility>

#include "core/error.hpp"
#include "core/temporary_folder.hpp"
#include "core/text.hpp"
#include "stored/build_facts.hpp"
#include "stored/shown_extent.hpp"
#include "writer/build_stamp.hpp"
#include "writer/current_build.hpp"
#include "writer/draft_text.hpp"
#include "writer/edition_search.hpp"
#include "writer/feature_queue.hpp"
#include "writer/formats.hpp"
#include "writer/geojson_writer.hpp"
#include "writer/geopackage_writer.hpp"
#include "writer/methods.hpp"
#include "writer/output_files.hpp"
#include "writer/output_target.hpp"
#include "writer/picture/canvas.hpp"
#include "writer/postgis/postgis_writer.hpp"
#include "writer/qgis/base_map.hpp"
#include "writer/qgis/embedded_project.hpp"
#include "writer/qgis/layer_qml.hpp"
#include "writer/qgis/remade_project.hpp"
#include "writer/qgis/signed_style.hpp"
#include "writer/user_edits.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

/// True where there is no such style, or it is one of ours that nobody changed.
bool is_replaceable_style(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return true;  // check_replaceable() has seen to what is no file
    std::ifstream file(path, std::ios::binary);
    const std::string qml{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return is_own_style(qml);
}

/// The same inputs give the same page size, so that they give the same bytes.
int page_size_for(const OutputRequest& request) {
    constexpr std::uintmax_t large_bytes = std::uintmax_t{16} << 20;
    std::uintmax_t bytes = 0;
    for (const std::string& input : request.input_paths) {
        std::error_code error;
        const auto size = fs::file_size(input, error);
        if (!error) bytes += size;
    }
    return bytes < large_bytes ? 4096 : 16384;
}

}  // namespace

/// A database to write to, and where the GeoPackage is made that it is filled from.
struct DatabaseOutput {
    explicit DatabaseOutput(const OutputRequest& request)
        : writer{request.output, request.schema.empty() ? default_schema(request.stem) : request.schema,
                 request.replace, request.shard} {}

    PostgisWriter writer;
    TemporaryFolder folder;
};

struct BuildWriter::State {
    State(OutputRequest asked, std::vector<const Format*> formats, const OutputTarget& where,
          const std::vector<std::string>& names, std::unique_ptr<DatabaseOutput> into)
        : schema{std::move(into)},
          request{std::move(asked)},
          asked_formats{std::move(formats)},
          apart{request.is_dry_run ? std::make_unique<TemporaryFolder>() : nullptr},
          there{where},
          target{apart ? OutputTarget{apart->path(), where.stem, where.is_folder} : where},
          files{target.folder, target.stem, names},
          edits{find_user_edits()},
          store_path{files.create_draft(target.geopackage_name())},
          store{std::in_place, store_path,
                GeoPackageOptions{request.extra_headers,
                                  request.last_change,
                                  request.build_id,
                                  edits.styles,
                                  page_size_for(request),
                                  {request.rows_hash, request.basis}}} {
        if (streamed() != nullptr) texts.emplace(request.build_id, request.extra_headers, request.columns);
    }

    /// Whether the GeoPackage is wanted itself.
    bool keeps_store() const { return asks_for(store_format()); }
    bool asks_for(const Format& format) const {
        return std::find(asked_formats.begin(), asked_formats.end(), &format) != asked_formats.end();
    }
    /// The format that is written while the build goes on; null where it is not asked for.
    const Format* streamed() const;

    UserEdits find_user_edits() const;
    std::vector<FeatureQueue::Taker> takers();
    bool is_wanted(WrittenBuild& built) const;
    void read_store();
    std::string add_project();
    void write_format(const Format& format);
    void write_thumbnail();
    void write_styles();
    void write_methods();
    std::int64_t count_of(LayerId layer) const { return counts[index_of(layer)]; }
    /// Whether the build has a file of that layer in that format.
    bool has(const Format& format, LayerId layer) const {
        return format.has(layer) && is_written(layer, count_of(layer));
    }
    std::vector<WrittenFile> described() const;
    std::vector<std::string> remove_earlier();

    void fill_database(WrittenBuild& built) const;
    void refuse_withheld() const;
    bool has_methods() const { return !schema && count_of(LayerId::build) > 0; }

    std::unique_ptr<DatabaseOutput> schema;  ///< null: files are written
    StoredProject stored_project;            ///< of the database
    OutputRequest request;
    std::vector<const Format*> asked_formats;
    std::string methods;                     ///< the note on them, once the store is read
    BuildFacts facts;                        ///< what the store says of itself, likewise
    std::optional<ShownPositions> shown;     ///< where the map reaches, likewise
    std::unique_ptr<TemporaryFolder> apart;  ///< null: files go where they are to stand
    OutputTarget there;                      ///< where they are to stand
    OutputTarget target;                     ///< where they go
    OutputFiles files;
    UserEdits edits;
    fs::path store_path;
    // The GeoPackage is made in any case: OGR's formats are copied from it.
    std::optional<GeoPackageWriter> store;
    std::optional<GeoJsonWriter> texts;
    std::array<std::int64_t, layer_count> counts{};
    std::vector<std::string> kept_styles;  ///< those beside GeoJSON files
    // Until it is finished, the store and the counts are one of its threads' alone, the texts and files
    // another's.
    std::optional<FeatureQueue> queue;
};

const Format* BuildWriter::State::streamed() const {
    const auto found = std::find_if(asked_formats.begin(), asked_formats.end(), [](const Format* format) {
        return format->kind == FormatKind::streamed;
    });
    return found == asked_formats.end() ? nullptr : *found;
}

std::vector<FeatureQueue::Taker> BuildWriter::State::takers() {
    std::vector<FeatureQueue::Taker> takers;
    const auto store_feature = [this](const Feature& feature) {
        store->add(feature);
        ++counts[index_of(feature.layer)];
    };
    takers.push_back({store_feature, [this] { store->finish(); }});
    if (!texts) return takers;
    const Format& format = *streamed();
    const auto open = [this, &format](LayerId layer) {
        if (!texts->has(layer)) texts->open(layer, files.create_draft(target.name_of(format, layer)));
    };
    const auto write_text = [this, &format, open](const Feature& feature) {
        if (!format.has(feature.layer)) return;
        open(feature.layer);
        texts->add(feature);
    };
    const auto finish_texts = [this, &format, open] {
        for (LayerId layer : all_layers) {
            if (format.has(layer) && is_written(layer, 0)) open(layer);
        }
        texts->finish();
    };
    takers.push_back({write_text, finish_texts});
    return takers;
}

/// What the files of this build take the place of. \throws Error as refuse_edited() does
UserEdits BuildWriter::State::find_user_edits() const {
    if (!keeps_store()) return {};
    UserEdits found = user_edits(files.path_of(target.geopackage_name()), target.stem);
    if (target.is_folder) look_beside(files.path_of(target.project_name()), found);
    refuse_edited(found, files.path_of(target.geopackage_name()), request.replace);
    return found;
}

/// The base map and the QGIS project, in the GeoPackage and, in a folder, beside it; that of a database is
/// yet to be stored. \return what the project is drawn in
std::string BuildWriter::State::add_project() {
    if (!keeps_store() && !schema) return {};
    Database database = Database::open_draft(store_path);
    database.begin();
    add_base_map(database, request.ground, *shown, request.last_change);
    if (schema) {
        const ProjectDatabase& project_store = schema->writer.project_database();
        MadeProject made = make_project(database, facts, *shown, project_store.schema, request.last_change,
                                        {request.texts, request.crs, request.maps.tiles, project_store});
        stored_project = std::move(made.stored);
        database.commit();
        database.close();
        return made.crs_name;
    }
    write_qgis_projects(database, edits.projects);
    const MadeProject project =
        embed_project(database, facts, *shown, target.geopackage_name(), request.last_change,
                      {request.texts, request.crs, request.maps.tiles});
    database.commit();
    database.close();
    if (target.is_folder) {
        DraftText draft(files.create_draft(target.project_name()));
        draft.buffer() = project.stored.archive;
        draft.close();
    }
    return project.crs_name;
}

/// The files of a format that is made from the finished GeoPackage.
void BuildWriter::State::write_format(const Format& format) {
    if (format.kind == FormatKind::copied) {
        for (LayerId layer : all_layers) {
            if (!has(format, layer)) continue;
            write_with_ogr(format.ogr, store_path, layer, request.extra_headers, request.build_id,
                           count_of(layer), files.reserve_draft(target.name_of(format, layer)));
        }
    } else if (format.kind == FormatKind::whole) {
        FinishedBuild build{
            store_path,     facts,         *shown,       request.extra_headers, target.stem, request.build_id,
            request.ground, request.texts, request.maps, request.picture,       methods};
        build.picture.date = request.last_change;
        build.picture.frame = request.frame;
        format.write(build, files.create_draft(target.name_of(format)));
    }
}

/// Whether anything is to be written, and why.
bool BuildWriter::State::is_wanted(WrittenBuild& built) const {
    if (schema || (apart && is_postgis(request.output))) {
        built.why = "a database is filled anew";
        return !apart;
    }
    ContentMark content;
    if (keeps_store()) {
        Database draft = Database::open_read_only(store_path);
        content = read_build_mark(draft).map;
    }
    const auto why = why_written(there, asked_formats, content, request.replace);
    built.is_current = !why;
    built.why = why.value_or("");
    return why && !apart;
}

/// A small picture for the index of a split, beside a page; none where this program draws none.
void BuildWriter::State::write_thumbnail() {
    const Format* page = find_format("html");
    if (!request.wants_thumbnail || page == nullptr || !asks_for(*page) || picture_versions().empty()) return;
    PictureOptions options;
    options.format = PictureFormat::png;
    options.width = 640;
    options.height = 480;
    options.frame = request.frame;
    DraftText draft(files.create_draft(target.stem + std::string(thumbnail_ending)));
    draft.buffer() = picture_of_build(store_path, facts, request.ground, request.texts, options);
    draft.close();
}

/// Where the map reaches and the note on methods, side by side: both read all of a large store.
void BuildWriter::State::read_store() {
    std::future<std::string> note = std::async(std::launch::async, [this] {
        if (count_of(LayerId::build) == 0) return std::string{};
        BuildFile build(store_path);
        facts = facts_of(build);
        return has_methods() ? to_markdown(methods_of(build, facts)) : std::string{};
    });
    if (request.frame) {
        shown.emplace(*request.frame);
    } else {
        Database database = Database::open_read_only(store_path);
        shown.emplace(database, request.shows_all);
        if (request.shows_all) request.frame = shown->box();
    }
    methods = note.get();
}

/// A build that holds no record of what it was made from has nothing to tell.
void BuildWriter::State::write_methods() {
    if (!has_methods()) return;
    DraftText draft(files.create_draft(target.methods_name()));
    draft.buffer() = methods;
    draft.close();
}

/// A style beside each GeoJSON file. One that a person put or changed there stays.
void BuildWriter::State::write_styles() {
    if (streamed() == nullptr) return;
    for (LayerId layer : all_layers) {
        if (!has(*streamed(), layer)) continue;
        const std::string name = target.style_name(layer);
        if (!is_replaceable_style(files.path_of(name))) {
            kept_styles.push_back("the style " + files.path_of(name).string());
            continue;
        }
        DraftText draft(files.create_draft(name));
        draft.buffer() =
            signed_style(layer_qml(layer, request.columns.of(layer, request.extra_headers), count_of(layer)) +
                         "<!-- " + build_stamp(request.build_id) + " -->\n");
        draft.close();
    }
}

void BuildWriter::State::fill_database(WrittenBuild& built) const {
    if (!schema) return;
    const WrittenSchema written = schema->writer.write(store_path, request.build_id, stored_project);
    built.files.push_back({written.where, "postgis", std::nullopt, written.row_count, 0});
    built.emptied = written.emptied;
    built.obstacles = written.obstacles;
    built.kept.insert(built.kept.end(), written.kept.begin(), written.kept.end());
}

/// \throws Error where an output would tell what the edition withholds
void BuildWriter::State::refuse_withheld() const {
    if (request.withheld == nullptr) return;
    std::vector<DraftFile> drafts;
    for (const auto& [name, path] : files.drafts()) drafts.push_back({name, path});
    const auto& [title, subtitle, credit, note] = request.texts;
    std::vector<std::string> words{title, subtitle, note, credit, request.schema};
    if (const auto& tiles = request.maps.tiles) words.push_back(tiles->attribution);
    refuse_told(drafts, words, *request.withheld);
}

std::vector<WrittenFile> BuildWriter::State::described() const {
    std::vector<WrittenFile> written;
    const auto add = [&](const std::string& name, std::string_view format, std::optional<LayerId> layer,
                         std::int64_t count) {
        const fs::path path = there.folder / name;
        std::error_code error;
        const auto bytes = fs::file_size(path, error);
        written.push_back({path.string(), std::string(format), layer, count, error ? 0 : bytes});
    };
    for (const Format* format : asked_formats) {
        if (!is_by_layer(*format)) {
            const bool is_store = format == &store_format();
            add(target.name_of(*format), format->name, std::nullopt,
                is_store ? std::accumulate(counts.begin(), counts.end(), std::int64_t{0}) : 0);
            if (is_store && target.is_folder) add(target.project_name(), "qgz", std::nullopt, 0);
            continue;
        }
        for (LayerId layer : all_layers) {
            if (!has(*format, layer)) continue;
            add(target.name_of(*format, layer), format->name, layer, count_of(layer));
            if (format == streamed()) add(target.style_name(layer), "qml", layer, 0);
        }
    }
    if (has_methods()) add(target.methods_name(), "md", std::nullopt, 0);
    return written;
}

std::vector<std::string> BuildWriter::State::remove_earlier() {
    std::vector<std::string> removed;
    for (const Format* format : asked_formats) {
        if (!is_by_layer(*format)) continue;
        for (LayerId layer : all_layers) {
            const std::string name = target.name_of(*format, layer);
            if (has(*format, layer) || !format->has(layer)) continue;
            if (files.remove_earlier(name)) removed.push_back(files.path_of(name).string());
            const std::string style = target.style_name(layer);
            if (format == streamed() && is_replaceable_style(files.path_of(style)) &&
                files.remove_earlier(style))
                removed.push_back(files.path_of(style).string());
        }
    }
    return removed;
}

BuildWriter::BuildWriter(OutputRequest request) {
    std::unique_ptr<DatabaseOutput> database;
    const bool is_database = is_postgis(request.output);
    if (is_database) {
        if (!request.formats.empty())
            throw UsageError{
                "-f: a database holds all that the GeoPackage would; for files build once more, into a "
                "folder"};
        if (!request.is_dry_run) database = std::make_unique<DatabaseOutput>(request);
    } else if (request.formats.empty()) {
        request.formats.emplace_back(store_format().name);
    }
    std::vector<const Format*> formats = asked_formats(request.formats);
    if (!request.crs.empty()) MapCrs::named(request.crs);
    request.columns.check(request.extra_headers);
    const OutputTarget target =
        is_database ? OutputTarget{database ? database->folder.path() : fs::path{}, request.stem, true}
                    : output_target(request.output, request.stem, formats);
    std::vector<std::string> names = names_of(target, formats);
    if (request.wants_thumbnail) names.push_back(target.stem + std::string(thumbnail_ending));
    refuse_inputs(target, names, request.input_paths);
    m_state =
        std::make_unique<State>(std::move(request), std::move(formats), target, names, std::move(database));
    m_state->queue.emplace(m_state->takers());
}

BuildWriter::~BuildWriter() = default;
BuildWriter::BuildWriter(BuildWriter&&) noexcept = default;
BuildWriter& BuildWriter::operator=(BuildWriter&&) noexcept = default;

FeatureBatch& BuildWriter::rows() { return m_state->queue->rows(); }

WrittenBuild BuildWriter::finish() {
    State& state = *m_state;
    state.queue->finish();
    WrittenBuild built;
    if (!state.is_wanted(built)) {
        if (!is_postgis(state.request.output)) built.files = state.described();
        built.kept = state.edits.kept_in_words();
        return built;
    }
    state.read_store();
    built.crs_name = state.add_project();
    keep_foreign_tables(state.files.path_of(state.target.geopackage_name()), state.edits, state.store_path);
    built.kept = state.edits.kept_in_words();
    for (const Format* format : state.asked_formats) state.write_format(*format);
    state.write_thumbnail();
    state.write_styles();
    state.write_methods();
    state.refuse_withheld();
    state.fill_database(built);
    const std::string store_name = state.target.geopackage_name();
    if (!state.keeps_store()) state.files.discard(store_name);
    for (std::string& warning : state.files.publish(store_name))
        built.obstacles.push_back(std::move(warning));
    for (std::string& removed :
         remove_outdated_projects(state.files.path_of(store_name).parent_path(), state.edits.outdated))
        built.obstacles.push_back(std::move(removed));
    for (WrittenFile& file : state.described()) built.files.push_back(std::move(file));
    try {
        built.removed = state.remove_earlier();
    } catch (const Error& error) {
        built.obstacles.push_back(std::string(error.what()) + "; it is of an earlier build");
    }
    built.kept.insert(built.kept.end(), state.kept_styles.begin(), state.kept_styles.end());
    for (LayerId layer : all_layers) {
        if (!is_written(layer, state.count_of(layer))) built.left_out.push_back(layer);
    }
    return built;
}

}  // namespace incidentmap
