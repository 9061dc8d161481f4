// SPDX-License-Identifier: MIT
#include "writer/build_writer.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <utility>

#include "core/error.hpp"
#include "core/temporary_folder.hpp"
#include "core/text.hpp"
#include "stored/build_file.hpp"
#include "stored/shown_extent.hpp"
#include "writer/draft_text.hpp"
#include "writer/feature_queue.hpp"
#include "writer/geojson_writer.hpp"
#include "writer/geopackage_writer.hpp"
#include "writer/kml_writer.hpp"
#include "writer/methods.hpp"
#include "writer/ogr_writer.hpp"
#include "writer/output_files.hpp"
#include "writer/page/build_page.hpp"
#include "writer/picture/canvas.hpp"
#include "writer/postgis/postgis_writer.hpp"
#include "writer/qgis/base_map.hpp"
#include "writer/qgis/embedded_project.hpp"
#include "writer/qgis/layer_qml.hpp"
#include "writer/qgis/signed_style.hpp"
#include "writer/user_edits.hpp"
#include "writer/xlsx_writer.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view geopackage = "gpkg";
constexpr std::string_view geojson = "geojson";
constexpr std::string_view html = "html";
constexpr std::string_view kml = "kml";
constexpr std::string_view xlsx = "xlsx";

/// One file for all of a build, beside its layers.
bool is_one_file(std::string_view format) {
    return format == html || format == kml || format == xlsx || picture_format(format).has_value();
}
constexpr std::string_view project_format =
    "qgz";  ///< a QGIS project; comes with the GeoPackage, not by name

const OgrFormat* ogr_format(std::string_view name) {
    const auto formats = ogr_formats();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const OgrFormat& f) { return f.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

std::string extension_of(std::string_view format) {
    const OgrFormat* by_ogr = ogr_format(format);
    return by_ogr != nullptr ? std::string(by_ogr->extension) : "." + std::string(format);
}

/// Which layers a format holds. In GeoJSON, what is not on the map goes along with null for its geometry.
bool holds(std::string_view format, LayerId layer) {
    if (is_one_file(format)) return false;
    if (layer == LayerId::answers || layer == LayerId::decisions) return format == geopackage;
    const bool is_spatial = layer_schema(layer).geometry.has_value();
    if (format == geojson) return is_spatial || layer == LayerId::not_mapped;
    const OgrFormat* by_ogr = ogr_format(format);
    return by_ogr == nullptr || is_spatial || !by_ogr->spatial_only;
}

/// Where files go and what they begin with.
struct Target {
    fs::path folder;
    std::string stem;
    bool is_folder = true;  ///< false: one GeoPackage alone is asked for

    std::string geopackage_name() const { return stem + ".gpkg"; }
    std::string one_name(std::string_view format) const { return stem + extension_of(format); }
    std::string project_name() const { return stem + "." + std::string(project_format); }
    std::string methods_name() const { return stem + "_methods.md"; }
    /// Where QGIS looks for the style of a file, without being asked.
    std::string style_name(LayerId layer) const { return stem + "_" + layer_schema(layer).name + ".qml"; }
    std::string layer_name(LayerId layer, std::string_view format) const {
        return stem + "_" + layer_schema(layer).name + extension_of(format);
    }
};

bool asks_for(const OutputRequest& request, std::string_view format) {
    return std::find(request.formats.begin(), request.formats.end(), format) != request.formats.end();
}

void check_formats(const OutputRequest& request) {
    const auto known = output_formats();
    for (const std::string& format : request.formats) {
        if (picture_format(format)) check_can_draw();
        if (std::find(known.begin(), known.end(), format) != known.end()) continue;
        std::vector<std::string> names(known.begin(), known.end());
        throw UsageError{"there is no format '" + format + "'; there are " + joined(names, ", ")};
    }
}

Target target_of(const OutputRequest& request) {
    const fs::path output = request.output;
    const std::string extension = lower_ascii(output.extension().string());
    std::error_code ignored;
    const bool is_folder = fs::is_directory(output, ignored);
    if (!is_folder && extension == ".gpkg") {
        if (!asks_for(request, geopackage)) {
            throw UsageError{"the output " + request.output +
                             " is a GeoPackage, but the format gpkg is not asked for"};
        }
        return {output.parent_path(), output.stem().string(), false};
    }
    for (std::string_view format : output_formats()) {
        if (!is_folder && is_one_file(format) && extension == extension_of(format)) {
            throw UsageError{std::string(format == html           ? "a page"
                                         : picture_format(format) ? "a picture"
                                                                  : "a file of all") +
                             " stands beside the layers: give a folder instead of " + request.output +
                             ", such as " + (output.parent_path() / output.stem()).string() +
                             "/, and -f gpkg," + std::string(format)};
        }
        if (!is_folder && format != geopackage && extension == extension_of(format)) {
            throw UsageError{"a build has several layers, and " + std::string(format) +
                             " holds one a file: give a folder instead of " + request.output + ", such as " +
                             (output.parent_path() / output.stem()).string() + "/"};
        }
    }
    if (request.stem.empty() || request.stem.find('/') != std::string::npos) {
        throw UsageError{"'" + request.stem + "' cannot be the beginning of a file name"};
    }
    return {output, request.stem, true};
}

/// All that this build may replace or remove.
std::vector<std::string> names_of(const Target& target, const OutputRequest& request) {
    std::vector<std::string> names{target.methods_name()};
    for (const std::string& format : request.formats) {
        if (format == geopackage) {
            names.push_back(target.geopackage_name());
            if (target.is_folder) names.push_back(target.project_name());
            continue;
        }
        if (is_one_file(format)) names.push_back(target.one_name(format));
        for (LayerId layer : all_layers) {
            if (!holds(format, layer)) continue;
            names.push_back(target.layer_name(layer, format));
            if (format == geojson) names.push_back(target.style_name(layer));
        }
    }
    return names;
}

void refuse_inputs(const Target& target, const std::vector<std::string>& names,
                   const OutputRequest& request) {
    for (const std::string& name : names) {
        for (const std::string& input : request.input_paths) {
            std::error_code ignored;
            if (!fs::equivalent(target.folder / name, input, ignored)) continue;
            throw UsageError{"the output " + (target.folder / name).string() +
                             " is also an input: give another folder or name"};
        }
    }
}

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

std::vector<std::string_view> output_formats() {
    std::vector<std::string_view> names{geopackage, geojson};
    for (const OgrFormat& format : ogr_formats()) names.push_back(format.name);
    for (const std::string_view whole : {"kml", "xlsx", "html", "svg", "png", "pdf"}) names.push_back(whole);
    return names;
}

/// A database to write to, and where the GeoPackage is made that it is filled from.
struct DatabaseOutput {
    explicit DatabaseOutput(const OutputRequest& request)
        : writer{request.output, request.schema.empty() ? default_schema(request.stem) : request.schema,
                 request.replace} {}

    PostgisWriter writer;
    TemporaryFolder folder;
};

struct BuildWriter::State {
    State(OutputRequest asked, Target where, const std::vector<std::string>& names,
          std::unique_ptr<DatabaseOutput> into)
        : schema{std::move(into)},
          request{std::move(asked)},
          target{std::move(where)},
          files{target.folder, target.stem, names},
          others{find_user_edits()},
          store_path{files.create_draft(target.geopackage_name())},
          store{std::in_place, store_path,
                GeoPackageOptions{request.extra_headers, request.last_change, request.build_id, others.styles,
                                  page_size_for(request)}} {
        if (asks_for(request, geojson)) texts.emplace(request.build_id, request.extra_headers);
    }

    OthersWork find_user_edits() const;
    std::vector<FeatureQueue::Taker> takers();
    std::string add_project();
    void write_with_ogr_formats();
    void read_store();
    void write_methods();
    void write_kml_and_xlsx();
    void write_styles();
    void draw_pictures();
    void make_page();
    std::int64_t count_of(LayerId layer) const { return counts[index_of(layer)]; }
    std::vector<WrittenFile> described() const;
    std::vector<std::string> remove_earlier();

    void fill_database(WrittenBuild& built) const;
    bool has_methods() const { return !schema && count_of(LayerId::build) > 0; }

    std::unique_ptr<DatabaseOutput> schema;  ///< null: files are written
    StoredProject stored_project;            ///< of the database
    OutputRequest request;
    std::string methods;                  ///< the note on them, once the store is read
    std::optional<ShownPositions> shown;  ///< where the map reaches, likewise
    Target target;
    OutputFiles files;
    OthersWork others;
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

std::vector<FeatureQueue::Taker> BuildWriter::State::takers() {
    std::vector<FeatureQueue::Taker> takers;
    const auto store_feature = [this](const Feature& feature) {
        store->add(feature);
        ++counts[index_of(feature.layer)];
    };
    takers.push_back({store_feature, [this] { store->finish(); }});
    if (!texts) return takers;
    const auto write_text = [this](const Feature& feature) {
        const LayerId layer = feature.layer;
        if (!holds(geojson, layer)) return;
        if (!texts->has(layer)) texts->open(layer, files.create_draft(target.layer_name(layer, geojson)));
        texts->add(feature);
    };
    takers.push_back({write_text, [this] { texts->finish(); }});
    return takers;
}

/// What the files of this build take the place of. \throws Error as refuse_edited() does
OthersWork BuildWriter::State::find_user_edits() const {
    if (!asks_for(request, geopackage)) return {};
    OthersWork work = user_edits(files.path_of(target.geopackage_name()), target.stem);
    if (target.is_folder) look_beside(files.path_of(target.project_name()), work);
    refuse_edited(work, request.replace);
    return work;
}

/// The base map and the QGIS project, in the GeoPackage and, in a folder, beside it; that of a database is
/// yet to be stored. \return what the project is drawn in
std::string BuildWriter::State::add_project() {
    if (!shown) return {};
    Database database = Database::open_draft(store_path);
    database.begin();
    add_base_map(database, request.ground, shown->surroundings(), request.last_change);
    if (schema) {
        const ProjectDatabase& there = schema->writer.project_database();
        MadeProject made = make_project(database, *shown, there.schema, request.last_change,
                                        {request.texts, request.crs, there});
        stored_project = std::move(made.stored);
        database.commit();
        database.close();
        return made.crs_name;
    }
    write_qgis_projects(database, others.projects);
    const MadeProject project = embed_project(database, *shown, target.geopackage_name(), request.last_change,
                                              {request.texts, request.crs});
    database.commit();
    database.close();
    if (target.is_folder) {
        DraftText draft(files.create_draft(target.project_name()));
        draft.buffer() = project.stored.archive;
        draft.close();
    }
    return project.crs_name;
}

void BuildWriter::State::write_with_ogr_formats() {
    for (const std::string& name : request.formats) {
        const OgrFormat* format = ogr_format(name);
        if (format == nullptr) continue;
        for (LayerId layer : all_layers) {
            if (count_of(layer) == 0 || !holds(name, layer)) continue;
            write_with_ogr(*format, store_path, layer, request.extra_headers, count_of(layer),
                           files.reserve_draft(target.layer_name(layer, name)));
        }
    }
}

/// A build that holds no record of what it was made from has nothing to tell.
/// Where the map reaches and the note on methods, side by side: both read all of a large store.
void BuildWriter::State::read_store() {
    std::future<std::string> note = std::async(std::launch::async, [this] {
        if (!has_methods()) return std::string{};
        BuildFile build(store_path);
        return to_markdown(methods_of(build));
    });
    if (asks_for(request, geopackage) || schema) {
        Database database = Database::open_read_only(store_path);
        shown.emplace(database);
    }
    methods = note.get();
}

void BuildWriter::State::write_methods() {
    if (!has_methods()) return;
    DraftText draft(files.create_draft(target.methods_name()));
    draft.buffer() = methods;
    draft.close();
}

void BuildWriter::State::write_kml_and_xlsx() {
    if (asks_for(request, kml)) {
        DraftText draft(files.create_draft(target.one_name(kml)));
        write_kml(store_path, request.extra_headers, target.stem, draft);
        draft.close();
    }
    if (asks_for(request, xlsx)) {
        DraftText draft(files.create_draft(target.one_name(xlsx)));
        draft.buffer() = xlsx_of_build(store_path, request.extra_headers);
        draft.close();
    }
}

/// A style beside each GeoJSON file. One that a person put or changed there stays.
void BuildWriter::State::write_styles() {
    if (!asks_for(request, geojson)) return;
    for (LayerId layer : all_layers) {
        if (count_of(layer) == 0 || !holds(geojson, layer)) continue;
        const std::string name = target.style_name(layer);
        if (!is_replaceable_style(files.path_of(name))) {
            kept_styles.push_back("the style " + files.path_of(name).string());
            continue;
        }
        DraftText draft(files.create_draft(name));
        draft.buffer() =
            signed_style(layer_qml(layer, columns_with_extra(layer, request.extra_headers), count_of(layer)));
        draft.close();
    }
}

void BuildWriter::State::draw_pictures() {
    for (const std::string& name : request.formats) {
        const auto format = picture_format(name);
        if (!format) continue;
        PictureOptions options = request.picture;
        options.format = *format;
        options.date = request.last_change;
        DraftText draft(files.create_draft(target.one_name(name)));
        draft.buffer() = picture_of_build(store_path, request.ground, request.texts, options);
        draft.close();
    }
}

void BuildWriter::State::make_page() {
    if (!asks_for(request, html)) return;
    const fs::path draft = files.create_draft(target.one_name(html));
    write_page(draft, store_path, request.ground, request.texts, methods);
    check_page(draft);
}

void BuildWriter::State::fill_database(WrittenBuild& built) const {
    if (!schema) return;
    const WrittenSchema written = schema->writer.write(store_path, request.build_id, stored_project);
    built.files.push_back({written.where, "postgis", std::nullopt, written.row_count, 0});
    built.emptied = written.emptied;
    built.obstacles = written.obstacles;
    built.kept.insert(built.kept.end(), written.kept.begin(), written.kept.end());
}

std::vector<WrittenFile> BuildWriter::State::described() const {
    std::vector<WrittenFile> written;
    const auto add = [&](const std::string& name, const std::string& format, std::optional<LayerId> layer,
                         std::int64_t count) {
        const fs::path path = files.path_of(name);
        std::error_code error;
        const auto bytes = fs::file_size(path, error);
        written.push_back({path.string(), format, layer, count, error ? 0 : bytes});
    };
    for (const std::string& format : request.formats) {
        if (format == geopackage) {
            std::int64_t all = 0;
            for (std::int64_t count : counts) all += count;
            add(target.geopackage_name(), format, std::nullopt, all);
            if (target.is_folder) add(target.project_name(), std::string(project_format), std::nullopt, 0);
            continue;
        }
        if (is_one_file(format)) add(target.one_name(format), format, std::nullopt, 0);
        for (LayerId layer : all_layers) {
            if (count_of(layer) == 0 || !holds(format, layer)) continue;
            add(target.layer_name(layer, format), format, layer, count_of(layer));
            if (format == geojson) add(target.style_name(layer), "qml", layer, 0);
        }
    }
    if (has_methods()) add(target.methods_name(), "md", std::nullopt, 0);
    return written;
}

std::vector<std::string> BuildWriter::State::remove_earlier() {
    std::vector<std::string> removed;
    for (const std::string& format : request.formats) {
        if (format == geopackage) continue;
        for (LayerId layer : all_layers) {
            const std::string name = target.layer_name(layer, format);
            if (count_of(layer) > 0 || !holds(format, layer)) continue;
            if (files.remove_earlier(name)) removed.push_back(files.path_of(name).string());
            const std::string style = target.style_name(layer);
            if (format == geojson && is_replaceable_style(files.path_of(style)) &&
                files.remove_earlier(style))
                removed.push_back(files.path_of(style).string());
        }
    }
    return removed;
}

BuildWriter::BuildWriter(OutputRequest request) {
    std::unique_ptr<DatabaseOutput> database;
    if (is_postgis(request.output)) {
        if (!request.formats.empty())
            throw UsageError{
                "-f: a database holds all that the GeoPackage would; for files build once more, into a "
                "folder"};
        database = std::make_unique<DatabaseOutput>(request);
    } else if (request.formats.empty()) {
        request.formats.emplace_back(geopackage);
    }
    check_formats(request);
    if (!request.crs.empty()) MapCrs::named(request.crs);
    std::vector<std::string> once;
    for (std::string& format : request.formats) {
        if (std::find(once.begin(), once.end(), format) == once.end()) once.push_back(std::move(format));
    }
    request.formats = std::move(once);
    Target target = database ? Target{database->folder.path(), request.stem, true} : target_of(request);
    const std::vector<std::string> names = names_of(target, request);
    refuse_inputs(target, names, request);
    m_state = std::make_unique<State>(std::move(request), std::move(target), names, std::move(database));
    m_state->queue.emplace(m_state->takers());
}

BuildWriter::~BuildWriter() = default;
BuildWriter::BuildWriter(BuildWriter&&) noexcept = default;
BuildWriter& BuildWriter::operator=(BuildWriter&&) noexcept = default;

FeatureBatch& BuildWriter::rows() { return m_state->queue->rows(); }

WrittenBuild BuildWriter::finish() {
    State& state = *m_state;
    state.queue->finish();
    state.read_store();
    WrittenBuild built;
    built.crs_name = state.add_project();
    built.kept = state.others.kept_in_words();
    state.write_with_ogr_formats();
    state.write_kml_and_xlsx();
    state.write_styles();
    state.write_methods();
    state.draw_pictures();
    state.make_page();
    state.fill_database(built);
    const std::string store_name = state.target.geopackage_name();
    if (!asks_for(state.request, geopackage)) state.files.discard(store_name);
    state.files.publish(store_name);

    for (WrittenFile& file : state.described()) built.files.push_back(std::move(file));
    built.removed = state.remove_earlier();
    built.kept.insert(built.kept.end(), state.kept_styles.begin(), state.kept_styles.end());
    for (LayerId layer : all_layers) {
        if (state.count_of(layer) == 0) built.left_out.push_back(layer);
    }
    return built;
}

}  // namespace incidentmap
