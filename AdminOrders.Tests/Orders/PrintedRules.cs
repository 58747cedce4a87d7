using System.Globalization;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>The rules as a page, made by asking the code.</summary>
internal static class PrintedRules
{
    private const string Head = """
        # What may happen to an order

        This page is printed from the code of the rules, and a test fails when the two differ; so it is never out of date and never written by hand.
        To print it anew after a rule has changed: `ADMINORDERS_PRINT_RULES=1 dotnet test AdminOrders.Tests --filter PrintedRulesTests`.

        How to read a cell: `→ status` the order moves there · `before → status` it stays requested and the status it returns to moves · `+ request`
        one more side asks · `recorded` it is noted and the status stays · `= why` nothing changes, it already is so · `✗ code` it is refused ·
        `!` an alert for a person. Columns: **P** partly invoiced (at least one Output invoice, not wholly invoiced), **X** fulfilled by an external
        seller, **S** a second person must confirm; the column without a name: none of the three. A column is left out where it says the same as that one.
        `some-new-status` stands for any status that this version does not know. Before the tables are asked: who lacks the resource is refused
        `missing-resource`, a malformed command `invalid-input`; after them: above the value limit of one's roles `above-your-limit`. Where the store
        closes a status, sales channel or seller to its customers, they are refused `not-offered` in every stage.

        """;

    public static string Text()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        Statuses(page);
        Deadlines(page);
        foreach (var row in PrintedRows.All)
        {
            Command(page, row);
        }

        PrintedSecondCalls.Append(page);
        Resources(page);
        Refusals(page);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Statuses(StringBuilder page)
    {
        page.Append("\n## Stages\n\nThe status of an order is open text; one table maps it to a stage, and rules know stages only.\n\n");
        page.Append("| stage | statuses |\n|---|---|\n");
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var statuses = Stages.Known.Where(status => Stages.Of(status) == stage).Order(StringComparer.Ordinal).Select(status => status.Length == 0 ? "none" : $"`{status}`");
            Line(page, $"| {stage} | {(stage is Stage.Unknown ? "anything else" : string.Join(", ", statuses))} |");
        }

        Line(page, $"\nAwaiting authorization: {Codes(Stages.Known.Where(Stages.IsAwaitingAuthorization))}.");
        Line(page, $"Paid while open: {Codes(Stages.Known.Where(status => Stages.Of(status) is Stage.Open && Stages.IsPaid(status)))}.");
        Line(page, $"Moving on by themselves: {Codes(Stages.Known.Where(Stages.MovesOnByItself))}.\n");
    }

    private static void Deadlines(StringBuilder page)
    {
        var policy = Policy.Default;
        page.Append("## Deadlines\n\nA deadline is written on the order when it starts; a changed setting moves none that runs. At its instant it is over.\n");
        page.Append("While a request is open the status's own clock waits. An answer to a request never cancels: the authorization clock starts again, and a clock\n");
        page.Append("that ran out meanwhile gets new time.\n\n");
        page.Append("| what | default | then |\n|---|---|---|\n");
        Line(page, $"| window to cancel | {Words(policy.GracePeriod)} | {Then(An.Order().InWindow())} |");
        Line(page, $"| request without an answer | {Words(policy.RequestDeadline)} | {Then(An.Order().Handling().AskedBy(Side.Customer))}; P {Then(An.Order().Handling().PartlyInvoiced().AskedBy(Side.Customer))} |");
        Line(page, $"| awaiting authorization | {Words(policy.AuthorizationDeadline)} | {Then(An.Order().AwaitingAuthorization())}; P {Then(An.Order().AwaitingAuthorization().PartlyInvoiced())} |");
        Line(page, $"| unpaid | the payment's due date | {Then(An.Order().Unpaid())}; P {Then(An.Order().Unpaid().PartlyInvoiced())} |");
        Line(page, $"| window to change the seller | {Words(policy.SellerChangeWindow)} | {Then(An.Order().Paid().In(Status.WindowToChangeSeller, An.Instant))} |");
        Line(page, $"| incomplete | {Words(policy.IncompleteAfter)} | {Then(An.Order().In("", An.Instant))} |");
        foreach (var status in Stages.Known.Where(Stages.MovesOnByItself))
        {
            Line(page, $"| `{status}` | {Words(policy.MovingAfter)} | {Then(An.Order().Paid().In(status, An.Instant))}; P {Then(An.Order().Paid().PartlyInvoiced().In(status, An.Instant))} |");
        }

        Line(page, $"| other moving statuses | {Words(policy.MovingAfter)} | listed as unfinished work |");
        Line(page, $"| a declined customer asks again | {Words(policy.CustomerAsksAgainAfter)} | may |");
        Line(page, $"| unpaid, fell due while a request was open | {Words(policy.AnswerGrace)} after the answer | as unpaid |");
        Line(page, $"| imported date in the past | {Words(policy.ImportGrace)} after the import | as above |\n");
    }

    private static void Command(StringBuilder page, PrintedRow row)
    {
        Line(page, $"## {row.Title}\n");
        var cells = PrintedRows.Situations(row.AskedBy).Select(situation => (situation.Name, Cells: row.Cells(situation.Order))).ToList();
        var columns = Enumerable.Range(0, PrintedRow.Columns.Length).Where(column => column == 0 || cells.Any(line => line.Cells[column] is { } cell && cell != line.Cells[0])).ToList();
        Line(page, $"| order | {string.Join(" | ", columns.Select(column => PrintedRow.Columns[column]))} |");
        Line(page, $"|---|{string.Concat(columns.Select(_ => "---|"))}");
        foreach (var (name, outcomes) in cells)
        {
            Line(page, $"| {name} | {string.Join(" | ", columns.Select(column => outcomes[column] ?? ""))} |");
        }

        page.Append('\n');
    }

    private static void Resources(StringBuilder page)
    {
        page.Append("## Who of the store may send what\n\nThe other sides send what their rows above allow; the system may send everything.\n\n| command | resource |\n|---|---|\n");
        foreach (var command in PrintedRows.OneOfEach)
        {
            Line(page, $"| `{command.GetType().Name}` | {(Rules.ResourceFor(command) is { } resource ? $"`{resource}`" : "nobody")} |");
        }

        page.Append('\n');
    }

    private static void Refusals(StringBuilder page)
    {
        page.Append("## Refusals and their way out\n\n| code | leads to |\n|---|---|\n");
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            var ways = PrintedRows.Situations(Side.Customer)
                .SelectMany(situation => new[] { situation.Order, situation.Order with { OutputInvoices = 1, InvoicedValue = 1 } })
                .SelectMany(order => WaysOut.Of(refusal, order)).Distinct();
            Line(page, $"| `{RefusalCodes.Of(refusal)}` | {string.Join(", ", ways.Select(Words))} |");
        }
    }

    private static string Then(OrderFacts facts)
    {
        var due = Timers.ApplyDue(facts, An.Instant.AddDays(30), Policy.Default);
        var alert = due.Alerts.IsEmpty ? "" : ", with an alert";
        return $"{(facts.Stage is Stage.Requested && due.Facts.Stage is not Stage.Canceled ? "status before" : $"→ {due.Facts.Status}")}{alert}";
    }

    private static string Words(WayOut way) =>
        string.Concat(way.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string Words(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} days"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} minutes"),
    };

    private static string Codes(IEnumerable<string> statuses) => string.Join(", ", statuses.Order(StringComparer.Ordinal).Select(status => $"`{status}`"));

    private static void Line(StringBuilder page, string line) => page.Append(line).Append('\n');
}
