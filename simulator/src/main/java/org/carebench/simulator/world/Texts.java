package org.carebench.simulator.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what providers and persons say: invented sentences from templates, the same for the same seed. */
final class Texts {

    private static final Map<Topic, List<String>> ENGLISH = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Topic.GENERAL_HEALTH,
                    List.of(
                            "Sleep, water, a short walk: {n} small habits that our care team at {h} follows every day.",
                            "Is it a cold or the flu? Our nurses in {t} explain the {n} signs that set them apart.",
                            "Good morning {t}! Today's health tip: stand up every {n} minutes when you work at a desk.",
                            "How much salt is too much? Our dietitians answer your {n} most common questions.")),
            Map.entry(
                    Topic.SPECIAL_DAYS,
                    List.of(
                            "Happy Nurses Week! {n} nurses at {h} make {t} a healthier place. Thank you!",
                            "Wishing every family in {t} a safe and happy holiday from all of us at {h}.",
                            "Today we celebrate our volunteers, who gave {n}0 hours to {h} this year.")),
            Map.entry(
                    Topic.STAFF,
                    List.of(
                            "Meet our new cardiologist, who joined {h} after {n} years of practice in {s}.",
                            "Employee of the month: our front desk team on floor {n}. Well done!",
                            "Our surgical team in {t} was honored for {n} years without a serious event.")),
            Map.entry(
                    Topic.BILLING_INSURANCE,
                    List.of(
                            "Questions about your bill? Our financial counselors at {h} explain it line by line, {n} days a week.",
                            "Open enrollment ends in {n} days. See which insurance plans {h} accepts.",
                            "You may qualify for financial assistance. Ask our billing team in {t}.")),
            Map.entry(
                    Topic.RECRUITING,
                    List.of(
                            "We are hiring! {n} open positions for registered nurses at {h}. Apply today.",
                            "Join our team: walk-in job fair in {t} with {n} departments.",
                            "Start your career at {h}: paid training for medical assistants, {n} places left.")),
            Map.entry(
                    Topic.EARLY_DIAGNOSIS,
                    List.of(
                            "Early detection saves lives. Book your mammogram at {h}; it takes {n}0 minutes.",
                            "Chest pain that lasts longer than {n} minutes? Do not wait. Know the signs of a heart attack.",
                            "A colonoscopy can find cancer early. Screening at {h} starts at age 45.")),
            Map.entry(
                    Topic.PREVENTION,
                    List.of(
                            "Flu shots are here. Walk in at {h} in {t}, {n} days a week.",
                            "Quit smoking with us: our class in {t} has {n} evenings and costs nothing.",
                            "Wear a helmet, lock up medicines, check smoke alarms: {n} ways to prevent injuries at home.")),
            Map.entry(
                    Topic.NEW_SERVICES,
                    List.of(
                            "Now open: our new urgent care center in {t}, with {n} exam rooms.",
                            "{h} opens a new maternity wing with {n} family suites.",
                            "New: virtual visits at {h}. See a doctor within {n}0 minutes from home.")),
            Map.entry(
                    Topic.NEW_THERAPIES,
                    List.of(
                            "A new therapy for heart rhythm disorders is now available at {h}: {n} patients treated so far.",
                            "Our oncologists take part in a clinical trial of a new immunotherapy with {n} sites.",
                            "Robotic knee surgery comes to {t}: patients go home after {n} days.")),
            Map.entry(
                    Topic.AWARENESS,
                    List.of(
                            "It is Stroke Awareness Month. Remember BE FAST, {n} letters more than you think.",
                            "Wear pink with us this Friday: {n} teams from {h} walk for breast cancer awareness.",
                            "Mental health matters. One in {n} people in {t} needs support; you are not alone.")),
            Map.entry(
                    Topic.HEALTH_POLICY,
                    List.of(
                            "What the new Medicare rules mean for patients in {s}: {n} answers from our policy team.",
                            "Our CEO spoke to lawmakers in {s} about rural health funding and {n} hospitals at risk.",
                            "Price transparency: find {n}00 services with their prices on our website.")),
            Map.entry(
                    Topic.TECHNOLOGY_BUSINESS,
                    List.of(
                            "Our new patient portal is live: results, bills and messages in one app, {n} languages.",
                            "{h} invests in {n} new MRI scanners for the region.",
                            "Artificial intelligence helps our radiologists read {n}00 scans a day.")),
            Map.entry(
                    Topic.COMMUNITY,
                    List.of(
                            "See you at the {t} farmers market this Saturday, booth {n}!",
                            "Our staff packed {n}00 meals for families in {t} today.",
                            "Free blood pressure checks at the {t} library, {n} to 5 p.m."))));

    private static final Map<Topic, List<String>> SPANISH = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Topic.GENERAL_HEALTH,
                    List.of(
                            "Dormir bien y caminar {n} minutos al día: consejos de salud de {h}.",
                            "¿Resfriado o gripe? En {t} explicamos las {n} señales.")),
            Map.entry(
                    Topic.SPECIAL_DAYS,
                    List.of(
                            "¡Feliz día de la enfermería! Gracias a {n} enfermeras de {h}.",
                            "Felices fiestas a todas las familias de {t}.")),
            Map.entry(Topic.STAFF, List.of("Conozca a nuestra nueva cardióloga en {h}, con {n} años de experiencia.")),
            Map.entry(
                    Topic.BILLING_INSURANCE,
                    List.of(
                            "¿Preguntas sobre su factura o seguro? Nuestro equipo en {t} le ayuda {n} días a la semana.")),
            Map.entry(Topic.RECRUITING, List.of("Estamos contratando: {n} puestos de enfermería en {h}.")),
            Map.entry(
                    Topic.EARLY_DIAGNOSIS,
                    List.of("La detección temprana salva vidas. Pida su mamografía en {h}: {n}0 minutos.")),
            Map.entry(
                    Topic.PREVENTION,
                    List.of(
                            "Vacunas contra la gripe en {h}, {n} días a la semana, sin cita.",
                            "Deje de fumar: curso gratuito en {t}, {n} tardes.")),
            Map.entry(Topic.NEW_SERVICES, List.of("Abrimos un nuevo centro de urgencias en {t} con {n} consultorios.")),
            Map.entry(Topic.NEW_THERAPIES, List.of("Nueva terapia contra el cáncer en {h}: {n} pacientes tratados.")),
            Map.entry(
                    Topic.AWARENESS,
                    List.of("Mes de la concientización sobre el derrame cerebral: conozca las {n} señales.")),
            Map.entry(
                    Topic.HEALTH_POLICY,
                    List.of("Qué significan las nuevas reglas de Medicare en {s}: {n} respuestas.")),
            Map.entry(
                    Topic.TECHNOLOGY_BUSINESS,
                    List.of("Nuestro nuevo portal del paciente ya funciona, en {n} idiomas.")),
            Map.entry(Topic.COMMUNITY, List.of("Nos vemos el sábado en el mercado de {t}, puesto {n}."))));

    private static final Map<String, List<String>> OTHER_LANGUAGES = Map.of(
            "de", List.of("Unsere Klinik in {t} informiert: {n} Tipps für Ihre Gesundheit."),
            "fr", List.of("Notre hôpital à {t} vous donne {n} conseils de santé."),
            "pt", List.of("Nosso hospital em {t} traz {n} dicas de saúde."),
            "hi", List.of("{t} में हमारा अस्पताल स्वास्थ्य के {n} सुझाव देता है।"));

    private static final List<String> PRAISE = List.of(
            "The nurses were so kind to my family. Thank you!",
            "Great team, they saved my life {n} years ago.",
            "Congratulations, well deserved!",
            "Love this. Proud to live in {t}.",
            "Wonderful care on floor {n}, I would recommend this hospital to everyone.");
    private static final List<String> PRAISE_SPANISH = List.of(
            "¡Muchas gracias a las enfermeras, excelente trato!",
            "Excelente equipo, me salvaron la vida hace {n} años.",
            "¡Felicidades a todos en {t}!");
    private static final List<String> QUESTIONS = List.of(
            "Do you take walk-ins on Saturday?",
            "Is this covered by my insurance?",
            "How can I get an appointment? I have been trying for {n} days.",
            "What are your visiting hours now?",
            "Is parking free at the {t} campus?");
    private static final List<String> QUESTIONS_SPANISH = List.of(
            "¿Atienden los sábados sin cita?",
            "¿Lo cubre mi seguro?",
            "¿Cómo pido una cita? Llevo {n} días intentando.");

    private static final Map<PainTheme, List<String>> COMPLAINTS = new EnumMap<>(Map.of(
            PainTheme.BILLING,
            List.of(
                    "I was charged twice and nobody in billing answers. The bill is wrong since {n} months.",
                    "A surprise bill of {n}00 dollars after they said insurance covers it."),
            PainTheme.WAIT,
            List.of(
                    "We waited {n} hours in the emergency room. Unacceptable.",
                    "{n} weeks of waiting for an appointment, then it was canceled."),
            PainTheme.COMMUNICATION,
            List.of(
                    "Nobody told us anything, no doctor called back for {n} days.",
                    "They never explained the test results. I had to ask {n} times."),
            PainTheme.STAFF,
            List.of(
                    "The front desk was rude to my mother.",
                    "The nurse on floor {n} ignored us, very unfriendly staff."),
            PainTheme.FACILITY,
            List.of(
                    "The room was dirty and the bathroom broken.",
                    "Parking garage closed again, {n} elevators out of order.")));
    private static final Map<PainTheme, List<String>> COMPLAINTS_SPANISH = new EnumMap<>(Map.of(
            PainTheme.BILLING, List.of("Me cobraron dos veces y nadie responde por la factura."),
            PainTheme.WAIT, List.of("Esperamos {n} horas en urgencias. Inaceptable."),
            PainTheme.COMMUNICATION, List.of("Nadie nos explicó nada, llevamos {n} días sin respuesta."),
            PainTheme.STAFF, List.of("La recepcionista fue muy grosera con mi madre."),
            PainTheme.FACILITY, List.of("La habitación estaba sucia y el baño roto.")));

    private static final List<String> ANSWERS = List.of(
            "Thank you for reaching out. Please send us a message so that our team can help.",
            "We are sorry to hear this. Our patient relations team would like to talk to you.",
            "Thank you for your kind words, we will share them with the team!",
            "Yes, we do. You find the hours on our website.");
    private static final List<String> ANSWERS_SPANISH = List.of(
            "Gracias por escribirnos. Envíenos un mensaje para poder ayudarle.",
            "Lamentamos lo ocurrido. Nuestro equipo desea hablar con usted.");
    private static final List<String> FOLLOW_UPS =
            List.of("Thank you, I will do that.", "OK, thanks for the quick answer.", "I sent a message {n} days ago.");
    private static final List<String> FOLLOW_UPS_SPANISH =
            List.of("Gracias, así lo haré.", "Ya envié un mensaje hace {n} días.");
    private static final List<String> REMARKS = List.of(
            "Worth reading, neighbors in {t}.",
            "This is important.",
            "Proud of our local hospital!",
            "Interesting. What do you think?");
    private static final List<String> PUBLIC = List.of(
            "Anyone else in {t}, {s} struggling with {x}? It has been {n} weeks.",
            "Honest question about {x}: where do you go in {t}, {s}?",
            "My experience with {x} in {t}, {s}: {n} calls and no answer.",
            "Good news about {x} here in {s}. {t} is getting better.");
    private static final List<String> PUBLIC_SPANISH = List.of(
            "¿Alguien en {t}, {s} con problemas de {x}? Van {n} semanas.",
            "Buenas noticias sobre {x} aquí en {s}, en {t} mejora.");

    private static final Map<Topic, String> SUBJECTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Topic.GENERAL_HEALTH, "health checkups"),
            Map.entry(Topic.SPECIAL_DAYS, "nurses week"),
            Map.entry(Topic.STAFF, "hospital staff"),
            Map.entry(Topic.BILLING_INSURANCE, "hospital billing"),
            Map.entry(Topic.RECRUITING, "nursing jobs"),
            Map.entry(Topic.EARLY_DIAGNOSIS, "cancer screening"),
            Map.entry(Topic.PREVENTION, "flu vaccine"),
            Map.entry(Topic.NEW_SERVICES, "urgent care"),
            Map.entry(Topic.NEW_THERAPIES, "clinical trial"),
            Map.entry(Topic.AWARENESS, "mental health"),
            Map.entry(Topic.HEALTH_POLICY, "medicare rules"),
            Map.entry(Topic.TECHNOLOGY_BUSINESS, "patient portal"),
            Map.entry(Topic.COMMUNITY, "hospital volunteers")));
    private static final Map<Topic, String> SUBJECTS_SPANISH = new EnumMap<>(Map.ofEntries(
            Map.entry(Topic.GENERAL_HEALTH, "salud"),
            Map.entry(Topic.SPECIAL_DAYS, "enfermería"),
            Map.entry(Topic.STAFF, "personal del hospital"),
            Map.entry(Topic.BILLING_INSURANCE, "factura del hospital"),
            Map.entry(Topic.RECRUITING, "empleo de enfermería"),
            Map.entry(Topic.EARLY_DIAGNOSIS, "detección del cáncer"),
            Map.entry(Topic.PREVENTION, "vacuna de la gripe"),
            Map.entry(Topic.NEW_SERVICES, "urgencias"),
            Map.entry(Topic.NEW_THERAPIES, "ensayo clínico"),
            Map.entry(Topic.AWARENESS, "salud mental"),
            Map.entry(Topic.HEALTH_POLICY, "reglas de medicare"),
            Map.entry(Topic.TECHNOLOGY_BUSINESS, "portal del paciente"),
            Map.entry(Topic.COMMUNITY, "voluntarios")));

    private Texts() {}

    static String post(long seed, Topic topic, String language, Provider provider) {
        Draws draws = Draws.of(seed);
        List<String> templates = switch (language) {
            case "en" -> ENGLISH.getOrDefault(topic, List.of());
            case "es" -> SPANISH.getOrDefault(topic, List.of());
            default -> OTHER_LANGUAGES.getOrDefault(language, List.of());
        };
        return filled(draws.pick(templates), draws, provider);
    }

    /** What somebody says when passing something on. */
    static String remark(long seed, Provider provider) {
        Draws draws = Draws.of(seed);
        return filled(draws.pick(REMARKS), draws, provider);
    }

    static String answer(long seed, String language) {
        return Draws.of(seed).pick("es".equals(language) ? ANSWERS_SPANISH : ANSWERS);
    }

    static String followUp(long seed, String language, Provider provider) {
        Draws draws = Draws.of(seed);
        return filled(draws.pick("es".equals(language) ? FOLLOW_UPS_SPANISH : FOLLOW_UPS), draws, provider);
    }

    /** Something written to a provider: a complaint where there is a theme, a question where an answer is asked for, else praise. */
    static String comment(
            long seed,
            String language,
            Provider provider,
            @Nullable PainTheme theme,
            boolean answerable,
            double personalDataShare) {
        Draws draws = Draws.of(seed);
        boolean spanish = "es".equals(language);
        List<String> templates = theme != null
                ? (spanish ? COMPLAINTS_SPANISH : COMPLAINTS).getOrDefault(theme, List.of())
                : answerable ? (spanish ? QUESTIONS_SPANISH : QUESTIONS) : spanish ? PRAISE_SPANISH : PRAISE;
        return filled(draws.pick(templates), draws, provider) + contact(draws, spanish, personalDataShare);
    }

    static String discussion(long seed, String language, Topic topic, String town, String state) {
        Draws draws = Draws.of(seed);
        boolean spanish = "es".equals(language);
        String subject = (spanish ? SUBJECTS_SPANISH : SUBJECTS).getOrDefault(topic, "");
        return draws.pick(spanish ? PUBLIC_SPANISH : PUBLIC)
                .replace("{x}", subject)
                .replace("{t}", town)
                .replace("{s}", state)
                .replace("{n}", Integer.toString(2 + draws.below(28)));
    }

    /** An edited text says so, with the day. */
    static String edited(String text, Instant editedAt) {
        return text + " (Updated " + editedAt.atZone(ZoneOffset.UTC).toLocalDate() + ")";
    }

    private static String contact(Draws draws, boolean spanish, double share) {
        if (!draws.chance(share)) {
            return "";
        }
        if (draws.chance(0.5)) {
            String number = String.format(Locale.ROOT, "(%d) 555-01%02d", 202 + draws.below(8), draws.below(100));
            return (spanish ? " Llámeme al " : " Call me at ") + number + ".";
        }
        String address = Names.first(draws) + "." + Names.last(draws) + draws.below(1000) + "@mail.example";
        return (spanish ? " Mi correo es " : " Write to ") + address.toLowerCase(Locale.ROOT);
    }

    private static String filled(String template, Draws draws, Provider provider) {
        return template.replace("{h}", provider.name())
                .replace("{t}", provider.city())
                .replace("{s}", provider.state())
                .replace("{n}", Integer.toString(2 + draws.below(28)));
    }
}
