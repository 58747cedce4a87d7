using System.Globalization;
using System.Text;

namespace AdminOrders.Core.Sample;

/// <summary>Somebody who bought. Nobody: names are combined at random, addresses are at example domains.</summary>
internal sealed record SamplePerson(string FirstName, string LastName, string Email, string Phone, string DocumentType, string Document)
{
    public string FullName => $"{FirstName} {LastName}";
}

/// <summary>Where it goes.</summary>
internal sealed record SampleAddress(string Street, string Number, string District, string City, string State, string PostalCode, string Country);

internal static class SamplePeople
{
    private static readonly Dictionary<string, (string[] First, string[] Last)> Names = new(StringComparer.Ordinal)
    {
        ["BRA"] = (
            ["Ana", "Beatriz", "Caio", "Débora", "Érica", "Fábio", "Gustavo", "Helena", "Inês", "João", "Luísa", "Márcio", "Núbia", "Otávio", "Paula", "Raí", "Sílvia", "Tomás", "Valéria", "Yasmin"],
            ["Almeida", "Araújo", "Barbosa", "Cardoso", "Conceição", "Fonseca", "Gonçalves", "Guimarães", "Lima", "Magalhães", "Moreira", "Nóbrega", "Peçanha", "Queiroz", "Ribeiro", "Simões", "Teixeira", "Vasconcelos"]),
        ["USA"] = (
            ["Aaliyah", "Brandon", "Chloe", "Daniel", "Emily", "Frank", "Grace", "Hannah", "Isaac", "José", "Keisha", "Liam", "Mei", "Noah", "Olivia", "Priya", "Rosa", "Samuel", "Tyler", "Zoë"],
            ["Anderson", "Brooks", "Chen", "Díaz", "Edwards", "Foster", "Garcia", "Hughes", "Johnson", "Kim", "López", "Martin", "Nguyen", "O’Connor", "Patel", "Robinson", "Sullivan", "Washington"]),
        ["ESP"] = (
            ["Álvaro", "Begoña", "Carmen", "Diego", "Elena", "Fermín", "Gema", "Hugo", "Iñaki", "Jesús", "Lucía", "María José", "Nuria", "Óscar", "Pilar", "Raúl", "Sofía", "Unai"],
            ["Álvarez", "Blanco", "Castaño", "Domínguez", "Echeverría", "Fernández", "Gutiérrez", "Ibáñez", "Jiménez", "Llorente", "Muñoz", "Núñez", "Ordóñez", "Peña", "Rodríguez", "Sáenz", "Vázquez"]),
        ["DEU"] = (
            ["Anja", "Björn", "Céline", "Dörte", "Ewa", "François", "Günter", "Håkon", "Ilse", "Jürgen", "Katarzyna", "Łukasz", "Maëlle", "Øyvind", "Renée", "Søren", "Ulrike", "Zdeněk"],
            ["Bäcker", "Dvořák", "Förster", "Große", "Hübner", "Jørgensen", "Kowalczyk", "Lefèvre", "Müller", "Nováková", "Østergaard", "Schröder", "Strauß", "Wiśniewski", "Ångström"]),
    };

    private static readonly Dictionary<string, (string Street, string District, string City, string State, string PostalCode)[]> Places = new(StringComparer.Ordinal)
    {
        ["BRA"] =
        [
            ("Rua das Palmeiras", "Botafogo", "Rio de Janeiro", "RJ", "22270-070"), ("Avenida São João", "Centro", "São Paulo", "SP", "01036-100"),
            ("Rua da Aurora", "Boa Vista", "Recife", "PE", "50050-000"), ("Rua Padre Chagas", "Moinhos de Vento", "Porto Alegre", "RS", "90570-080"),
            ("Rua do Giz", "Praia Grande", "São Luís", "MA", "65010-680"),
        ],
        ["USA"] =
        [
            ("Maple Street", "Back Bay", "Boston", "MA", "02116"), ("Valencia Street", "Mission", "San Francisco", "CA", "94110"),
            ("Peachtree Road", "Buckhead", "Atlanta", "GA", "30305"), ("Calle Ocho", "Little Havana", "Miami", "FL", "33135"),
        ],
        ["ESP"] =
        [
            ("Calle de Alcalá", "Retiro", "Madrid", "Madrid", "28009"), ("Carrer de Mallorca", "Eixample", "Barcelona", "Barcelona", "08036"),
            ("Gran Vía", "Abando", "Bilbao", "Bizkaia", "48011"), ("Calle Sierpes", "Centro", "Sevilla", "Sevilla", "41004"),
        ],
        ["DEU"] =
        [
            ("Schönhauser Allee", "Prenzlauer Berg", "Berlin", "BE", "10435"), ("Hafenstraße", "Neustadt", "Köln", "NW", "50668"),
            ("Rue de l’Église", "Centre", "Liège", "WLG", "4000"), ("Nørrebrogade", "Nørrebro", "København", "H", "2200"),
        ],
    };

    public static SamplePerson Draw(Random random, string country)
    {
        var (firstNames, lastNames) = Names[country];
        var (first, last) = (random.Of(firstNames), random.Of(lastNames));
        var domain = random.Of("example.com", "example.org", "example.net");
        var email = $"{Plain(first)}.{Plain(last)}{random.Next(10, 1_000).ToString(CultureInfo.InvariantCulture)}@{domain}";
        var (type, document) = country switch
        {
            "BRA" => ("cpf", $"{random.Digits(3)}.{random.Digits(3)}.{random.Digits(3)}-{random.Digits(2)}"),
            "ESP" => ("dni", random.Digits(8) + random.Of("A", "B", "J", "S", "Z")),
            _ => ("other", random.Digits(9)),
        };
        return new(first, last, email, "+0" + random.Digits(11), type, document);
    }

    public static SampleAddress Address(Random random, string country)
    {
        var (street, district, city, state, postalCode) = random.Of(Places[country]);
        return new(street, random.Next(1, 2_400).ToString(CultureInfo.InvariantCulture), district, city, state, postalCode, country);
    }

    // The letters of a name that an e-mail address takes.
    private static string Plain(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant);
        return string.Concat(letters) is { Length: > 0 } plain ? plain : "x";
    }
}
