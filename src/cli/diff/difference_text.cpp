// SPDX-License-Identifier: MIT
#include "cli/diff/difference_text.hpp"

#include "cli/text_table.hpp"
#include "core/json_object.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t longest_value = 300;

std::string km(double value) { return to_text(value, value < 1 ? 3 : 1) + " km"; }

std::string shown(const std::string& value) {
    return value.empty() ? "nothing" : "“" + one_line(shortened(value, longest_value)) + "”";
}

std::string counted(std::int64_t count, const char* what) {
    return std::to_string(count) + (count == 1 ? " incident " : " incidents ") + what;
}

std::string headline(const Difference& difference) {
    const char* mark =
        difference.change == Change::added ? "+ " : (difference.change == Change::gone ? "- " : "~ ");
    std::string text = mark + difference.incident_id;
    for (const std::string& part : {difference.date, difference.places}) {
        if (!part.empty()) text += "  " + part;
    }
    if (difference.moved_km) text += "  moved by " + km(*difference.moved_km);
    if (difference.change == Change::changed && difference.status_was != difference.status_is)
        text += "  " + difference.status_was + " → " + difference.status_is;
    return one_line(text) + "\n  because of: " + cause_in_words(difference.causes) + "\n";
}

std::string line_of(const FeatureDifference& feature, const std::string& incident_id) {
    std::string text = "  " + one_line(feature.id == incident_id ? "" : feature.id);
    if (feature.change == Change::added) return text + " is new in " + feature.layer_is + "\n";
    if (feature.change == Change::gone) return text + " is gone from " + feature.layer_was + "\n";
    text += feature.layer_was == feature.layer_is
                ? " in " + feature.layer_is
                : " went from " + feature.layer_was + " to " + feature.layer_is;
    if (feature.moved_km) text += ", moved by " + km(*feature.moved_km);
    text += "\n";
    for (const FieldChange& field : feature.fields)
        text += "    " + one_line(field.field) + ": " + shown(field.was) + " → " + shown(field.is) + "\n";
    return text;
}

void append_texts(std::string& out, const std::vector<std::string>& texts) {
    append_array(out, texts, [](std::string& to, const std::string& text) { append_json(to, text); });
}

void append_feature(std::string& out, const FeatureDifference& feature) {
    JsonObject object(out);
    object.text("id", feature.id);
    object.text("change", to_string(feature.change));
    object.text("layer_old", feature.layer_was);
    object.text("layer_new", feature.layer_is);
    object.number("moved_km", feature.moved_km, 3);
    append_array(object.member("fields"), feature.fields, [](std::string& to, const FieldChange& field) {
        JsonObject change(to);
        change.text("field", field.field);
        change.text("old", field.was);
        change.text("new", field.is);
        change.end();
    });
    object.end();
}

}  // namespace

void DifferenceCounts::add(const Difference& difference) {
    if (difference.change == Change::added) {
        ++added;
    } else if (difference.change == Change::gone) {
        ++gone;
    } else if (difference.moved_km) {
        ++moved;
    } else {
        ++changed;
    }
}

std::string cause_in_words(const std::vector<std::string>& causes) {
    if (causes.empty()) return "not known";
    return causes.size() == 1 ? causes.front() : "several (" + joined(causes, ", ") + ")";
}

std::string to_text(const std::vector<BuildChange>& changes) {
    if (changes.empty()) return "Both were made from the same, with the same program.\n";
    // A file of the same bytes under another name is told once, for what it is.
    const auto twin_of = [&](const BuildChange& change) {
        return std::find_if(changes.begin(), changes.end(), [&](const BuildChange& other) {
            return change.section == "input" && other.section == "input" && other.was == change.is &&
                   other.is == change.was && (change.was.empty() || change.is.empty());
        });
    };
    std::string text = "Made from something else:\n";
    for (const BuildChange& change : changes) {
        const auto twin = twin_of(change);
        if (twin != changes.end() && change.is.empty()) continue;
        const std::string told = twin != changes.end()
                                     ? twin->name + " → " + change.name + ", renamed with the same content"
                                     : change.name + ": " + shortened(shown(change.was), 100) + " → " +
                                           shortened(shown(change.is), 100);
        text += one_line("  " + change.section + " " + told) + "\n";
    }
    return text;
}

std::string to_text(const Difference& difference) {
    std::string text = headline(difference);
    if (difference.change != Change::changed) return text;
    for (const FeatureDifference& feature : difference.features)
        text += line_of(feature, difference.incident_id);
    return text;
}

std::string to_text(const DifferenceCounts& counts) {
    return counted(counts.added, "added") + ", " + std::to_string(counts.gone) + " gone, " +
           std::to_string(counts.moved) + " moved, " + std::to_string(counts.changed) +
           " changed otherwise, " + std::to_string(counts.same) + " the same\n";
}

std::string to_json(const BuildChange& change) {
    std::string out;
    JsonObject object(out);
    object.text("section", change.section);
    object.text("name", change.name);
    object.text("old", change.was);
    object.text("new", change.is);
    object.end();
    return out;
}

std::string to_json(const Difference& difference) {
    std::string out;
    JsonObject object(out);
    object.text("incident_id", difference.incident_id);
    object.text("change", to_string(difference.change));
    object.text("event_date", difference.date);
    object.text("places", difference.places);
    object.text("status_old", difference.status_was);
    object.text("status_new", difference.status_is);
    object.number("moved_km", difference.moved_km, 3);
    object.text("cause", difference.causes.empty()
                             ? std::string{}
                             : (difference.causes.size() == 1 ? difference.causes.front() : "several"));
    append_texts(object.member("causes"), difference.causes);
    append_array(object.member("features"), difference.features, append_feature);
    object.end();
    return out;
}

std::string to_json(const DifferenceCounts& counts) {
    std::string out;
    JsonObject object(out);
    object.integer("added", counts.added);
    object.integer("gone", counts.gone);
    object.integer("moved", counts.moved);
    object.integer("changed", counts.changed);
    object.integer("same", counts.same);
    object.end();
    return out;
}

}  // namespace incidentmap
