using System.Globalization;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.My;

/// <summary>The pages under <c>/my/{token}</c>: the order, asking to cancel it, taking that back. Plain forms; everything is decided by the workflow.</summary>
internal sealed class CustomerPages(
    CustomerEntrance entrance, CustomerScreens screens, CustomerForm form, OrderWorkflow workflow, IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext!;

    private string Token => Context.Features.Get<CustomerToken>()?.Text ?? "";

    private CancellationToken Aborted => Context.RequestAborted;

    /// <summary>The order as it stands.</summary>
    public Task<IResult> ShowAsync() => WithOrderAsync(screen => Task.FromResult<IResult>(Page(screen, NoticeOf(screen))));

    /// <summary>Leads to the order.</summary>
    public IResult GoBack() => Back(CustomerNotice.None);

    /// <summary>There is nothing at that address for anybody.</summary>
    public IResult NotGood() => NoEntry(null);

    /// <summary>Asks to cancel the order.</summary>
    public Task<IResult> RequestAsync() => WithOrderAsync(async screen =>
    {
        var sent = await FormAsync();
        var input = CustomerInput.Of(sent);
        if (!form.IsProof(sent[CustomerForm.Field], Token))
        {
            return Page(screen, CustomerNotice.SendAgain, input) with { Status = StatusCodes.Status400BadRequest };
        }

        if (screen.Cancel.Decision is Unchanged)
        {
            return Back(CustomerNotice.None);
        }

        if (screen.Outcome.ToString() != sent["seen"])
        {
            return Page(screen, CustomerNotice.Changed, input) with { Status = StatusCodes.Status409Conflict };
        }

        return screen.MistakeIn(input) is { } mistake
            ? Page(screen, CustomerNotice.None, input, mistake) with { Status = StatusCodes.Status400BadRequest }
            : await SendAsync(screen, input);
    });

    /// <summary>Takes the request back.</summary>
    public Task<IResult> WithdrawAsync() => WithOrderAsync(async screen =>
    {
        var sent = await FormAsync();
        if (!form.IsProof(sent[CustomerForm.Field], Token))
        {
            return Page(screen, CustomerNotice.SendAgain) with { Status = StatusCodes.Status400BadRequest };
        }

        var id = sent["request"].ToString();
        var answer = await workflow.Send(new(screen.Order.Facts.OrderId, new Withdraw(id), CustomerEntrance.Customer), Aborted);
        // Sent twice, it has been withdrawn all the same.
        var isWithdrawn = answer.Decision is Accepted || screen.Order.Requests.Any(request => request.Id == id && request.State is RequestState.Withdrawn);
        return Back(isWithdrawn ? CustomerNotice.Withdrawn : CustomerNotice.TooLate);
    });

    // What no browser sends (no form, half of one, more than one holds) cannot be read; then it did not come from the page.
    private async Task<IFormCollection> FormAsync()
    {
        if (!Context.Request.HasFormContentType)
        {
            return FormCollection.Empty;
        }

        try
        {
            return await Context.Request.ReadFormAsync(Aborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return FormCollection.Empty;
        }
    }

    private async Task<IResult> SendAsync(CustomerScreen screen, CustomerInput input)
    {
        var reason = input.IsOther ? new Reason(null, input.Text) : new Reason(input.LabelId, null);
        var answer = await workflow.Send(
            new(screen.Order.Facts.OrderId, CustomerScreens.Command(reason), CustomerEntrance.Customer) { ExpectedPreview = screen.Cancel.Preview.Fingerprint }, Aborted);
        return answer.Decision switch
        {
            Accepted => Back(answer.Status == Status.Canceled ? CustomerNotice.Canceled : CustomerNotice.Asked),
            Unchanged => Back(CustomerNotice.None),
            Refused { Code: Refusal.InvalidInput } =>
                Page(screen, CustomerNotice.None, input, CustomerMistake.TextUnfit) with { Status = StatusCodes.Status400BadRequest },
            _ => await WithOrderAsync(now => Task.FromResult<IResult>(now.Cancel.Decision is Unchanged
                ? Back(CustomerNotice.None)
                : Page(now, CustomerNotice.Changed, input) with { Status = StatusCodes.Status409Conflict })),
        };
    }

    private async Task<IResult> WithOrderAsync(Func<CustomerScreen, Task<IResult>> answer)
    {
        var entry = await entrance.TryAsync(Token, Context.Connection.RemoteIpAddress, Aborted);
        var screen = entry.Order is { } name ? await screens.ReadAsync(Token, name, Aborted) : null;
        return screen is null ? NoEntry(entry.SecondsToWait) : await answer(screen);
    }

    // Whatever is wrong with a token, the answer is the same.
    private CustomerResult NoEntry(int? secondsToWait)
    {
        if (secondsToWait is { } seconds)
        {
            Context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return new(typeof(LinkNotGood), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(LinkNotGood.IsBusy)] = secondsToWait is not null }, Chosen ?? CultureInfo.CurrentUICulture)
        {
            Status = secondsToWait is null ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests,
        };
    }

    private CustomerResult Page(CustomerScreen screen, CustomerNotice notice, CustomerInput? input = null, CustomerMistake? mistake = null) => new(
        typeof(CustomerPage),
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(CustomerPage.Screen)] = screen,
            [nameof(CustomerPage.Proof)] = form.ProofFor(screen.Token),
            [nameof(CustomerPage.Language)] = Chosen,
            [nameof(CustomerPage.Notice)] = notice,
            [nameof(CustomerPage.Input)] = input ?? CustomerInput.Empty,
            [nameof(CustomerPage.Mistake)] = mistake,
        },
        Chosen ?? Languages.Closest(CustomerLocale.Of(screen.Order.Document)) ?? CultureInfo.CurrentUICulture);

    // A form that was sent is answered with an address, so that loading the page again sends nothing.
    private Microsoft.AspNetCore.Http.HttpResults.StatusCodeHttpResult Back(CustomerNotice notice)
    {
        var said = notice is CustomerNotice.None ? [] : new[] { $"said={notice}" };
        var query = string.Join('&', Chosen is null ? said : [$"lang={Chosen.TwoLetterISOLanguageName}", .. said]);
        Context.Response.Headers.Location = $"{Context.Request.PathBase}/my/{Token}{(query.Length == 0 ? "" : "?" + query)}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    // The language that was chosen on the page; null: none was.
    private CultureInfo? Chosen => Languages.Closest(Context.Request.Query["lang"].ToString());

    // An old address says nothing that is not so any more.
    private CustomerNotice NoticeOf(CustomerScreen screen) => Enum.TryParse<CustomerNotice>(Context.Request.Query["said"].ToString(), out var said)
        ? said switch
        {
            CustomerNotice.Canceled when screen.Facts.Stage is Stage.Canceled => said,
            CustomerNotice.Asked when screen.Open is not null => said,
            CustomerNotice.Withdrawn when screen.Ended?.State is RequestState.Withdrawn && screen.Open is null => said,
            CustomerNotice.TooLate when screen.Open is null => said,
            _ => CustomerNotice.None,
        }
        : CustomerNotice.None;
}
