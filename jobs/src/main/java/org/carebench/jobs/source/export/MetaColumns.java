package org.carebench.jobs.source.export;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.List;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceRow;

/**
 * Columns that the exports of Meta Business Suite share. Headers follow the language of whoever exported: English, then
 * Spanish, Portuguese, German and French names. Counters that every export has are required, so that a name in a language
 * that is not known here stops the file instead of losing the counter.
 */
final class MetaColumns {

    static final String POST_ID = "Post ID";
    static final String DESCRIPTION = "Description";
    static final String DURATION = "Duration (sec)";
    static final String PUBLISH_TIME = "Publish time";
    static final String PERMALINK = "Permalink";
    static final String POST_TYPE = "Post type";
    static final String VIEWS = "Views";
    static final String IMPRESSIONS = "Impressions";
    static final String REACH = "Reach";
    static final String COMMENTS = "Comments";
    static final String SHARES = "Shares";

    private static final String DATE = "Date";

    static final List<SourceColumn> SHARED = List.of(
            column(
                    POST_ID,
                    "Identificador de la publicación",
                    "identificador de la publicación",
                    "Identificação do post",
                    "Identificação da publicação",
                    "Beitrags-ID",
                    "Identifiant de la publication"),
            column(DESCRIPTION, "Descripción", "Descrição", "Beschreibung"),
            column(DURATION, "Duración (segundos)", "Duração (s)", "Dauer (Sek.)")
                    .optional(),
            column(
                    PUBLISH_TIME,
                    "Hora de publicación",
                    "Horário de publicação",
                    "Veröffentlichungszeitpunkt",
                    "Veröffentlichungszeit",
                    "Heure de publication"),
            column(PERMALINK, "Enlace permanente", "Link permanente", "Permalien")
                    .optional(),
            column(
                            POST_TYPE,
                            "Tipo de publicación",
                            "Tipo de post",
                            "Tipo de publicação",
                            "Beitragstyp",
                            "Type de publication")
                    .optional(),
            column(DATE, "Fecha", "Data", "Datum").optional(),
            // Views took the place of impressions in 2025.
            column(VIEWS, "Visualizaciones", "Visualizações", "Aufrufe", "Vues").optional(),
            column(IMPRESSIONS, "Impresiones", "Impressões", "Impressionen").optional(),
            column(REACH, "Alcance", "Reichweite", "Couverture"),
            column(
                    SHARES,
                    "Veces que se compartió",
                    "Veces que se ha compartido",
                    "Compartilhamentos",
                    "Geteilte Inhalte",
                    "Partages"),
            column(COMMENTS, "Comentarios", "Comentários", "Kommentare", "Commentaires"));

    private MetaColumns() {}

    /** An export may also be asked for by day: its counters are those of one day, and no totals. */
    static void requireWholeLife(SourceRow row) {
        if (!row.has(DATE)) {
            return;
        }
        SourceField date = row.field(DATE);
        if (date.text().chars().anyMatch(Character::isDigit)) {
            throw date.rejected(
                    ProblemCode.VALUE_OUT_OF_RANGE,
                    "names a day, so that the counters are not those of the post's whole life; export lifetime totals");
        }
    }
}
