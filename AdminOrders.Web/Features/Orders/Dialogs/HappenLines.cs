using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>A line of what will happen.</summary>
internal sealed record HappenLine(string IconName, string Text);

/// <summary>Puts a preview into words: nothing is said that is not in it.</summary>
internal static class HappenLines
{
    public static IEnumerable<HappenLine> Of(Preview preview, OrderScreen screen) =>
    [
        .. Stay(preview),
        .. SecondStep(preview, screen),
        .. ClosedRequests(preview),
        .. Freed(preview),
        .. Reserved(preview, screen),
        .. Owed(preview, screen),
        .. Alert(preview),
    ];

    private static IEnumerable<HappenLine> Stay(Preview preview)
    {
        if (preview.From == preview.To)
        {
            yield return new("clock", OrderWords.Say(Texts.Happen_Stays, StatusText.Label(preview.To)));
        }
        else if (Stages.Of(preview.To) is Stage.Canceled)
        {
            yield return new("cancel", Texts.Happen_ForGood);
        }
    }

    private static IEnumerable<HappenLine> SecondStep(Preview preview, OrderScreen screen)
    {
        if (preview.SecondStep is not { } step)
        {
            yield break;
        }

        yield return new("user", OrderWords.Say(step.NeedsSecondPerson ? Texts.Happen_SecondPerson : Texts.Happen_SecondStep, Texts.Action_ConfirmCancellation));
        if (step.Sides.Contains(Side.Seller))
        {
            yield return new("user", Texts.Happen_SellerMayConfirm);
        }

        if (screen.Facts.Stage is Stage.Handling)
        {
            yield return new("package", Texts.Happen_Hold);
        }
    }

    private static IEnumerable<HappenLine> ClosedRequests(Preview preview) =>
        preview.ClosedRequests.Select(side => new HappenLine("check", OrderWords.Say(Texts.Happen_ClosesRequest, OrderWords.Of(side))));

    private static IEnumerable<HappenLine> Freed(Preview preview) =>
        preview.Freed.Select(freed => new HappenLine("package", freed.WasAcknowledged
            ? OrderWords.Count(freed.Units, Texts.Happen_FreesAcknowledgedOne, Texts.Happen_FreesAcknowledged, freed.WarehouseId, OrderWords.Of(freed.Destination))
            : OrderWords.Count(freed.Units, Texts.Happen_FreesOne, Texts.Happen_Frees, freed.WarehouseId)));

    // Somebody who asks for a cancellation expects the stock back: it is not, until the second step.
    private static IEnumerable<HappenLine> Reserved(Preview preview, OrderScreen screen)
    {
        if (preview.SecondStep is not null && screen.Facts.Reservations.Sum(reservation => reservation.Held) is > 0 and var held)
        {
            yield return new("package", OrderWords.Count(held, Texts.Happen_StaysReservedOne, Texts.Happen_StaysReserved));
        }
    }

    private static IEnumerable<HappenLine> Owed(Preview preview, OrderScreen screen)
    {
        foreach (var owed in preview.Owed)
        {
            var payment = screen.Order.Payments.FirstOrDefault(payment => payment.Fact.Id == owed.PaymentId)?.Description.SystemName ?? owed.PaymentId;
            yield return new("money", OrderWords.Say(TextFor(owed.Kind), MoneyText.Format(owed.Amount, screen.Currency, CultureInfo.CurrentCulture), payment));
        }

        if (preview.Owed.IsEmpty && Stages.Of(preview.To) is Stage.Canceled)
        {
            yield return new("money", Texts.Happen_NothingOwed);
        }
    }

    private static IEnumerable<HappenLine> Alert(Preview preview)
    {
        if (preview.Alert is { } alert)
        {
            yield return new("alert", OrderWords.Of(alert));
        }
    }

    private static string TextFor(DebtKind kind) => kind switch
    {
        DebtKind.Void => Texts.Happen_Void,
        DebtKind.Refund => Texts.Happen_Refund,
        DebtKind.RefundWhenCaptured => Texts.Happen_RefundWhenCaptured,
        DebtKind.Capture => Texts.Happen_Capture,
    };
}
