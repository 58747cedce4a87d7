using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Sample;

/// <summary>The way of a sample order through the workflow, with the instant of each step.</summary>
internal static class SampleSteps
{
    private static readonly string[] Usual =
    [
        "order-created", "on-order-completed", Status.PaymentPending, Status.PaymentApproved, Status.WindowToCancel, Status.ReadyForHandling,
        Status.StartHandling, Status.Handling, Status.Invoice, Status.Invoiced,
    ];

    // Minutes after the step before, at least and at most.
    private static readonly (int From, int To)[] Pauses =
        [(0, 1), (1, 2), (1, 3), (2, 90), (1, 2), (30, 31), (20, 900), (1, 4), (60, 2_400), (1, 5)];

    /// <summary>Steps from creation to the story's status, all of them before <paramref name="today"/> begins.</summary>
    public static IReadOnlyList<SampleStep> Draw(Random random, SampleStory story, DateTimeOffset placedAt, DateTimeOffset today)
    {
        var names = NamesOf(story);
        var steps = new List<SampleStep>(names.Length);
        var at = placedAt;
        for (var index = 0; index < names.Length; index++)
        {
            var (from, to) = Pauses[Math.Min(index, Pauses.Length - 1)];
            at += index == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(random.Next(from * 60, to * 60));
            var latest = today - TimeSpan.FromSeconds((names.Length - index) * 10);
            steps.Add(new(names[index], at < latest ? at : latest));
        }

        return steps;
    }

    private static string[] NamesOf(SampleStory story)
    {
        var status = story.Status ?? "";
        var way = WayTo(Reached(story));
        if (story.IsMarketplace && way.Contains(Status.PaymentApproved))
        {
            way = [.. way.SelectMany(step => step == Status.PaymentApproved ? new[] { step, Status.AuthorizeFulfillment } : [step])];
        }

        return Stages.Of(status) switch
        {
            Stage.Requested => [.. way, "request-cancel", status],
            Stage.Canceled => [.. way, .. story.Side is Side.Store or Side.Seller ? new[] { "request-cancel" } : [], Status.Cancel, status],
            Stage.Incomplete => ["order-created"],
            _ => way[^1] == status ? way : [.. way, status],
        };
    }

    // How far an order came before what its status tells.
    private static string Reached(SampleStory story) => Stages.Of(story.Status) switch
    {
        Stage.Requested => story.Before,
        Stage.Canceled when story.Invoiced > 0 => Status.Invoiced,
        Stage.Canceled => story.IsUnpaid ? Status.PaymentPending : story.Side switch
        {
            Side.Store or Side.Seller => Status.Handling,
            Side.Marketplace => Status.ReadyForHandling,
            _ => Status.WindowToCancel,
        },
        Stage.Replaced => Status.WindowToCancel,
        Stage.Unknown => Status.PaymentApproved,
        _ => story.Status!,
    };

    private static string[] WayTo(string status)
    {
        var at = Array.IndexOf(Usual, status);
        if (at >= 0)
        {
            return Usual[..(at + 1)];
        }

        return Stages.Of(status) switch
        {
            Stage.Handling or Stage.Ready => [.. Usual[..6], status],
            Stage.Open when Stages.IsPaid(status) => [.. Usual[..4], status],
            Stage.Moving when status.Contains("invoic", StringComparison.Ordinal) => [.. Usual[..8], status],
            _ => [.. Usual[..2], status],
        };
    }
}
