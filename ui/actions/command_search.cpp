#include "ui/actions/command_search.h"

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr int startOfText = 0;
constexpr int wordStartsInOrder = 1;
constexpr int initials = 2;
constexpr int wordStarts = 3;
constexpr int inside = 4;
constexpr int ranks = 5;

/// Lower case without accents, so that "meme" finds "même".
QString plain(const QString& text) {
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (c.category() != QChar::Mark_NonSpacing)
            result += c.toLower();
    return result;
}

QStringList wordsOf(const QString& plainText) {
    QStringList words;
    QString word;
    for (const QChar c : plainText) {
        if (c.isLetterOrNumber() || c == QLatin1Char(':')) {
            word += c;
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

bool startsInOrder(const QStringList& typed, const QStringList& words) {
    auto word = words.begin();
    for (const QString& each : typed) {
        word = std::find_if(word, words.end(), [&](const QString& w) { return w.startsWith(each); });
        if (word == words.end())
            return false;
        ++word;
    }
    return true;
}

/// "rd" for "Ripple delete": one letter for each of consecutive words.
bool isInitials(const QString& typed, const QStringList& words) {
    if (typed.size() < 2)
        return false;
    QString letters;
    for (const QString& word : words)
        letters += word.front();
    return letters.contains(typed);
}

} // namespace

std::optional<int> matchRank(const QString& typed, const QString& text) {
    const QString wanted = plain(typed.simplified());
    const QString there = plain(text);
    const QStringList parts = wordsOf(wanted);
    const QStringList words = wordsOf(there);
    if (parts.isEmpty())
        return wanted.isEmpty() ? std::optional(startOfText) : std::nullopt;
    if (there.startsWith(wanted))
        return startOfText;
    if (startsInOrder(parts, words))
        return wordStartsInOrder;
    if (parts.size() == 1 && isInitials(parts.front(), words))
        return initials;
    const auto all = [&](auto found) { return std::all_of(parts.begin(), parts.end(), found); };
    if (all([&](const QString& part) {
            return std::any_of(words.begin(), words.end(),
                               [&](const QString& word) { return word.startsWith(part); });
        }))
        return wordStarts;
    if (all([&](const QString& part) { return there.contains(part); }))
        return inside;
    return std::nullopt;
}

QList<FoundCommand> findCommands(const QString& typed, const QList<const Command*>& offered,
                                 const QStringList& recent) {
    QList<FoundCommand> found;
    for (const Command* command : offered) {
        const QString name = command->nameText();
        const auto byName = matchRank(typed, name);
        if (byName && *byName < inside)
            found.append({command, *byName});
        else if (const auto byMenu = matchRank(typed, command->groupText() + QLatin1Char(' ') + name);
                 byMenu && *byMenu < inside)
            found.append({command, ranks + *byMenu});
        else if (byName)
            found.append({command, ranks + *byName});
        else if (const auto byDescription = matchRank(typed, command->descriptionText());
                 byDescription && *byDescription < inside)
            found.append({command, 2 * ranks + *byDescription});
    }
    const auto age = [&](const FoundCommand& each) {
        const auto at = recent.indexOf(QLatin1String(each.command->id));
        return at < 0 ? recent.size() : at;
    };
    std::stable_sort(found.begin(), found.end(), [&](const FoundCommand& a, const FoundCommand& b) {
        return a.rank != b.rank ? a.rank < b.rank : age(a) < age(b);
    });
    return found;
}

} // namespace cutaway::ui
